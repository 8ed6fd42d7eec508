"""Changing one's password."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy

from tracker.accounts import attempts, lockout, sessions
from tracker.accounts.events import Kind, record


class ChangeView(PasswordChangeView):
    """Django's view, which also counts wrong old passwords and ends the other sessions."""

    form_class = AdminPasswordChangeForm
    success_url = reverse_lazy("admin:password_change_done")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return admin.site.each_context(self.request) | context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = request.user.get_username()
        if attempts.locked(request, name):
            return lockout.of(request, name)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        if form.has_error("old_password", "password_incorrect"):
            name = self.request.user.get_username()
            record(Kind.PROOF_FAILED, name, request=self.request)
            attempts.failed(self.request, name)
        return super().form_invalid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        user: User = form.user
        sessions.end_all(user, but=self.request)
        record(Kind.PASSWORD_CHANGED, user.get_username(), request=self.request)
        return answer
