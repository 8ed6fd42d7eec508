"""The public record, the private history and the overrides: to be read, never written here."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from operations.models import Edition, PrivacyOverride, Revision

from .typed import ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """Only the door and the history write these tables."""

    show_full_result_count = False

    class Media:
        css = {"all": ("operations/admin/record.css",)}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ("code", "number", "kind", "valid_from", "valid_to", "reason")
    list_filter = ("kind", "single_checked")
    search_fields = ("code", "name_en", "name_zh_hant")
    date_hierarchy = "valid_from"
    fields = (
        ("operation", "number", "kind"),
        ("valid_from", "valid_to", "published_by", "single_checked"),
        "reason",
        ("withdrawal_class", "merged_into"),
        ("redacted_at", "redaction_class"),
        ("sha256", "chain", "previous_chain"),
        "content",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        found: QuerySet[Edition] = super().get_queryset(request)
        return found.select_related("operation", "merged_into", "published_by")

    @admin.display(description=_("document"))
    def content(self, edition: Edition) -> str:
        return laid_out(edition.content)


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("record", "code", "number", "made_at", "made_by", "note")
    list_select_related = ("made_by",)
    list_filter = ("record",)
    search_fields = ("code", "note")
    date_hierarchy = "made_at"
    fields = (
        ("record", "code", "number"),
        ("made_at", "made_by"),
        ("blanked_at", "blanked_by", "blanked_class"),
        "note",
        "content",
    )

    @admin.display(description=_("document"))
    def content(self, revision: Revision) -> str:
        return laid_out(revision.document)


@admin.register(PrivacyOverride)
class PrivacyOverrideAdmin(ReadOnlyAdmin):
    list_display = ("record", "code", "field", "excerpt", "reason", "made_at", "made_by")
    list_select_related = ("made_by",)
    list_filter = ("record",)
    search_fields = ("code", "reason")
    date_hierarchy = "made_at"


def laid_out(document: Any) -> str:
    """A document as indented JSON; empty for a tombstone."""
    if not document:
        return ""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return format_html('<pre class="document">{}</pre>', text)
