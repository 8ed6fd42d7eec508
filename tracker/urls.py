"""Addresses of the site; Chinese pages are the same ones under ``/zh-hant/``."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from tracker.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", include("tracker.accounts.urls")),
    path("admin/", include("operations.admin.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("operations.api.urls")),
    path("", include("operations.exports.urls")),
    path("", include("operations.citing.urls")),
    path("", include("operations.pages.root_urls")),
    *i18n_patterns(path("", include("operations.pages.urls")), prefix_default_language=False),
]

handler400 = "operations.pages.errors.bad_request"
handler403 = "operations.pages.errors.forbidden"
handler404 = "operations.pages.errors.not_found"
handler500 = "operations.pages.errors.server_error"
