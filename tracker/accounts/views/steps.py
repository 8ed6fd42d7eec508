"""What the pages between password and admin have in common."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.auth.views import RedirectURLMixin, redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from tracker.accounts import attempts, lockout
from tracker.accounts.events import record
from tracker.accounts.models import Event
from tracker.accounts.site import verified

F = TypeVar("F", bound=forms.Form)


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(csrf_protect, name="dispatch")
@method_decorator(never_cache, name="dispatch")
class StaffStep(RedirectURLMixin, FormView[F]):
    """A form for somebody whose password has been given."""

    title: Any = ""
    half_way_too = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if not (self.half_way_too or verified(request)):
            return redirect_to_login(request.get_full_path(), reverse("second_factor"))
        return self.unless_elsewhere() or super().dispatch(request, *args, **kwargs)

    def unless_elsewhere(self) -> HttpResponseBase | None:
        """Another page, when this one is not for the user now."""
        return None

    @property
    def staff(self) -> User:
        user = self.request.user
        assert isinstance(user, User)  # noqa: S101 - dispatch has seen to it
        return user

    def get_default_redirect_url(self) -> str:
        return reverse("admin:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{
                **admin.site.each_context(self.request),
                "title": self.title,
                "next": self.get_redirect_url(),
                **kwargs,
            }
        )

    def refused(self, form: F, kind: Event.Kind, field: str, problem: str) -> HttpResponse:
        """Count and record the failure, and show the form again with what was wrong."""
        record(kind, self.staff.get_username(), request=self.request)
        attempts.failed(self.request, self.staff.get_username())
        form.add_error(field, problem)
        return self.form_invalid(form)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if attempts.locked(request, self.staff.get_username()):
            return lockout.of(request, self.staff.get_username())
        return super().post(request, *args, **kwargs)
