"""A new password for somebody who has forgotten theirs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from tracker.accounts import lockout, reset_mail, sessions
from tracker.accounts.events import Kind, record
from tracker.accounts.models import Event
from tracker.addresses import client_address

HOUR = timedelta(hours=1)


class AdminPage:
    """The header of the admin around Django's own pages."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return admin.site.each_context(self.request) | context


@method_decorator(never_cache, name="dispatch")
class AskView(AdminPage, views.PasswordResetView):
    """Asks for the address of mail, or says that no mail can be sent."""

    template_name = "accounts/reset.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(can_mail=settings.MAIL_CONFIGURED, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.MAIL_CONFIGURED:
            return self.get(request, *args, **kwargs)
        if until := closed_until(request):
            return lockout.too_many(request, until=until)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        record(Kind.RESET_ASKED, "", request=self.request)
        reset_mail.send.enqueue(reset_mail.ids_of(form.cleaned_data["email"]))
        return super(views.PasswordResetView, self).form_valid(form)


def closed_until(request: HttpRequest) -> datetime | None:
    """When this address may ask again, once it has asked too often within an hour."""
    asked = Event.objects.filter(
        kind=Kind.RESET_ASKED, address=client_address(request), at__gt=timezone.now() - HOUR
    )
    times = list(asked.order_by("-at").values_list("at", flat=True)[: settings.RESETS_AN_HOUR])
    return times[-1] + HOUR if len(times) == settings.RESETS_AN_HOUR else None


class DoneView(AdminPage, views.PasswordResetDoneView):
    """The same words whether or not there is such an account."""


class ConfirmView(AdminPage, views.PasswordResetConfirmView):
    """Behind the link. It logs nobody in, and the second factor stays as it is."""

    template_name = "accounts/reset_confirm.html"

    def get_user(self, uidb64: str) -> User | None:
        user = super().get_user(uidb64)
        return user if isinstance(user, User) and user.is_active else None

    def form_valid(self, form: SetPasswordForm[User]) -> HttpResponse:
        answer = super().form_valid(form)
        assert isinstance(self.user, User)  # noqa: S101 - else there would be no form
        sessions.end_all(self.user)
        record(Kind.PASSWORD_RESET, self.user.get_username(), request=self.request)
        return answer


class CompleteView(AdminPage, views.PasswordResetCompleteView):
    """Says that it is done, and leads to the log-in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"login_url": reverse("admin:login")}
