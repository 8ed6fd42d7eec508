"""Addresses of the desk that belong to no record; mounted under ``/admin/``."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path
from django.views.i18n import set_language

from .dates import reading

urlpatterns = [
    path("language/", set_language, name="desk_language"),
    path("dates/", admin.site.admin_view(reading), name="desk_dates"),
]
