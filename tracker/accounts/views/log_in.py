"""Log-in with the password; what comes after it depends on the second factor."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tracker.accounts import attempts
from tracker.accounts.site import half_way


class StaffLoginForm(AdminAuthenticationForm):
    """Django's form, which says how long a name is but does not check it.

    Axes records the name as it was typed, in a column of PostgreSQL that has an end.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        name = self.fields["username"]
        name.validators.append(MaxLengthValidator(name.max_length))  # type: ignore[attr-defined]


class StaffLogin(LoginView):
    """Django's log-in, which sends on to the code."""

    template_name = "accounts/log_in.html"
    authentication_form = StaffLoginForm

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        login(self.request, form.get_user())
        if settings.SECOND_FACTOR:
            return HttpResponseRedirect(code_address(self.get_success_url()))
        attempts.forgive(self.request, self.request.user.get_username())
        return HttpResponseRedirect(self.get_success_url())

    def get_default_redirect_url(self) -> str:
        return reverse("admin:index")


def log_in(site: AdminSite, request: HttpRequest) -> HttpResponseBase:
    """The address that the admin sends everybody to whom it does not let in."""
    view = StaffLogin()
    view.setup(request)
    if request.method == "GET" and site.has_permission(request):
        return HttpResponseRedirect(view.get_success_url())
    if request.method == "GET" and half_way(request):
        return HttpResponseRedirect(code_address(view.get_success_url()))
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Log in"),
        "subtitle": None,
        "app_path": request.get_full_path(),
        "username": request.user.get_username(),
    }
    return StaffLogin.as_view(extra_context=context)(request)


def code_address(following: str) -> str:
    """Where the code is asked for, and where it leads to."""
    return f"{reverse('second_factor')}?{urlencode({'next': following})}"
