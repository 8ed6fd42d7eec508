"""Addresses of log-in, mounted under ``admin/`` before the admin itself.

Names of the reset are those that Django's own pages and templates ask for.
"""

from __future__ import annotations

from django.contrib import admin
from django.urls import path, re_path

from .views import code, own, prove, reset, set_up

urlpatterns = [
    # Also for somebody who is only half-way in, whom the admin itself would send back.
    path("logout/", admin.site.logout),
    path("second-factor/", code.CodeView.as_view(), name="second_factor"),
    path("second-factor/recovery/", code.RecoveryView.as_view(), name="second_factor_recovery"),
    path("second-factor/set-up/", set_up.SetUpView.as_view(), name="second_factor_set_up"),
    path("second-factor/codes/", own.RecoveryCodesView.as_view(), name="recovery_codes"),
    re_path(
        r"^second-factor/prove/(?P<purpose>device|codes)/$", prove.ProveView.as_view(), name="prove"
    ),
    path("your-log-in/", own.OwnView.as_view(), name="own_log_in"),
    path("password_reset/", reset.AskView.as_view(), name="admin_password_reset"),
    path("password_reset/done/", reset.DoneView.as_view(), name="password_reset_done"),
    path(
        "password_reset/<uidb64>/<token>/",
        reset.ConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path("password_reset/complete/", reset.CompleteView.as_view(), name="password_reset_complete"),
]
