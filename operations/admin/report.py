"""Readers' reports: a private queue that editors answer."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from operations import roles
from operations.models import Report

from .typed import ModelAdmin, editor


@admin.register(Report)
class ReportAdmin(ModelAdmin):
    """What the reader wrote stays as it was; state and answer are the editor's."""

    show_full_result_count = False
    list_display = ("made_at", "operation", "figure", "state", "wrong")
    list_select_related = ("operation",)
    list_filter = ("state",)
    search_fields = ("operation__code", "figure", "wrong")
    date_hierarchy = "made_at"
    readonly_fields = ("operation", "figure", "wrong", "source_url", "contact", "made_at")
    fields = (*readonly_fields, "state", "answer")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return editor(request).has_perm(roles.ADMINISTER)
