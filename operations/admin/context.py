"""What stands beside the record: assessments, statements and findings."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.models import Assessment, Finding, Statement

from .door import DoorAdmin, context_steps
from .figures import FigureInline, OwnsFigures
from .typed import editor

STATE: Any = (_("Where it stands"), {"fields": ["public_since"]})


class ContextAdmin(OwnsFigures, DoorAdmin):
    """Saving leaves the public document as it is; the step “publish” renews it."""

    steps = context_steps.STEPS
    readonly_fields = ("public_since",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was published once stays, at the least as a working copy."""
        published = obj is not None and obj.published_at is not None
        return editor(request).has_perm(roles.ADMINISTER) and not published

    @admin.display(description=_("public since"), ordering="published_at", empty_value="–")
    def public_since(self, record: Any) -> Any:
        return record.published_at if record.document else None


@admin.register(Assessment)
class AssessmentAdmin(ContextAdmin):
    list_display = ("code", "series", "year", "tier", "body_en", "public_since")
    list_filter = ("tier", "series")
    search_fields = ("code", "body_en", "body_zh_hant", "series", "year")
    autocomplete_fields = ("sources",)
    inlines = (FigureInline,)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    ("body_en", "body_zh_hant"),
                    ("series", "year", "covers", "tier"),
                    ("note_en", "note_zh_hant"),
                    "sources",
                ]
            },
        ),
        STATE,
    ]


@admin.register(Statement)
class StatementAdmin(ContextAdmin):
    list_display = ("code", "date", "kind", "body_en", "subject_en", "answers", "public_since")
    list_select_related = ("answers",)
    list_filter = ("kind",)
    search_fields = ("code", "body_en", "body_zh_hant", "subject_en", "subject_zh_hant")
    autocomplete_fields = ("answers", "sources")
    inlines = (FigureInline,)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    ("kind", "date", "answers"),
                    ("body_en", "body_zh_hant"),
                    ("subject_en", "subject_zh_hant"),
                    ("summary_en", "summary_zh_hant"),
                    "sources",
                ]
            },
        ),
        STATE,
    ]


@admin.register(Finding)
class FindingAdmin(ContextAdmin):
    list_display = ("code", "kind", "text_en", "origin", "destination", "public_since")
    list_select_related = ("origin", "destination")
    list_filter = ("kind",)
    search_fields = ("code", "text_en", "text_zh_hant")
    autocomplete_fields = (
        "origin",
        "destination",
        "via",
        "method",
        "offence",
        "group",
        "sources",
    )
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    "kind",
                    ("text_en", "text_zh_hant"),
                    ("origin", "destination", "via"),
                    ("method", "offence", "group"),
                    "sources",
                ]
            },
        ),
        STATE,
    ]
