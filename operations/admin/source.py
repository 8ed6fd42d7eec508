"""Sources, with their archived copies."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from operations.models import Archive, Source

from .record import TabularRows
from .vocabulary import QuotedAdmin


class ArchiveInline(TabularRows):
    model = Archive


@admin.register(Source)
class SourceAdmin(QuotedAdmin):
    """Titles are bibliography; the tier follows from the kind."""

    list_display = ("code", "title", "publisher", "published", "language", "kind", "health")
    list_filter = ("kind", "language", "health")
    search_fields = ("code", "title", "publisher", "original_publisher", "url")
    date_hierarchy = "accessed_on"
    prepopulated_fields = {"code": ("publisher", "title")}
    readonly_fields = ("checked_at",)
    inlines = (ArchiveInline,)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("publisher", "original_publisher"),
                    "url",
                    "code",
                    ("kind", "language"),
                    ("published", "accessed_on"),
                    "note",
                ]
            },
        ),
        (_("Health of the address"), {"fields": [("health", "checked_at")]}),
    ]
