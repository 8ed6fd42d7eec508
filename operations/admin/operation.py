"""Operations: the form with everything in it, and the list."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.dates import in_words
from operations.models import Operation

from .door import ReviewAdmin, operation_steps
from .figures import FigureInline, OwnsFigures
from .imports import EXPORTS
from .operation_list import (
    DisputedFilter,
    FlagFilter,
    PublicStateFilter,
    public_state,
    with_public_state,
)
from .participation import AgencyInline, GroupInline, LinkInline, RouteInline
from .twins import CatchesTwins
from .typed import editor


@admin.register(Operation)
class OperationAdmin(CatchesTwins, OwnsFigures, ReviewAdmin):
    """Saving writes the working copy; readers see it only once it goes through the door."""

    steps = operation_steps.STEPS
    save_as = True
    actions = EXPORTS
    list_display = ("code", "name", "when", "kind", "workflow", "public", "saved_since")
    list_filter = (
        PublicStateFilter,
        "workflow",
        "kind",
        "status",
        FlagFilter,
        DisputedFilter,
        ("series", admin.RelatedOnlyFieldListFilter),
    )
    date_hierarchy = "earliest"
    search_fields = (
        "code",
        "name_en",
        "name_zh_hant",
        "aliases",
        "series__name_en",
        "series__name_zh_hant",
        "series__aliases",
    )
    autocomplete_fields = (
        "series",
        "parent",
        "may_overlap",
        "places",
        "offences",
        "methods",
        "sources",
    )
    prepopulated_fields = {"code": ("name_en",)}
    readonly_fields = ("workflow", "review_comment", "public", "modified_at")
    inlines = (FigureInline, AgencyInline, GroupInline, RouteInline, LinkInline)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name_en", "name_zh_hant"),
                    "code",
                    "aliases",
                    ("kind", "status"),
                    ("summary_en", "summary_zh_hant"),
                ]
            },
        ),
        (
            _("Dates"),
            {"fields": [("edtf", "edtf_derived"), ("date_note_en", "date_note_zh_hant")]},
        ),
        (
            _("What it belongs to"),
            {
                "fields": [
                    ("series", "parent"),
                    ("places", "offences"),
                    ("methods", "may_overlap"),
                    "sources",
                ]
            },
        ),
        (_("Warnings and notes"), {"fields": ["flags", "internal_notes"]}),
        (
            _("Where it stands"),
            {"fields": [("workflow", "public", "modified_at"), "review_comment"]},
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Operation]:
        found: QuerySet[Operation] = super().get_queryset(request)
        return with_public_state(found)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was published once is withdrawn, never deleted."""
        published = obj is not None and obj.editions.exists()
        return editor(request).has_perm(roles.ADMINISTER) and not published

    def after_saving(self, request: HttpRequest, record: Any, *, change: bool) -> None:
        self.warn_of_copies(request, record)
        uncited = record.figures.filter(citations__isnull=True, derived=False)
        for figure in uncited:
            text = _("No source yet: %(figure)s.") % {"figure": figure.public_id}
            messages.warning(request, text)

    def warn_of_copies(self, request: HttpRequest, record: Any) -> None:
        """“Save as new” copies the rows as they stand; a number of last year is no claim."""
        copied = record.figures.count() if "_saveasnew" in request.POST else 0
        if copied:
            text = ngettext(
                "%(n)s figure was copied with its sources: check that they speak of this"
                " operation, or delete it.",
                "%(n)s figures were copied with their sources: check that these speak of this"
                " operation, or delete them.",
                copied,
            )
            messages.warning(request, text % {"n": copied})

    @admin.display(description=_("name"), ordering="name_en")
    def name(self, operation: Operation) -> str:
        return str(operation)

    @admin.display(description=_("dates"), ordering="earliest")
    def when(self, operation: Operation) -> str:
        return in_words(operation.edtf, get_language() or "en")

    @admin.display(description=_("public state"), ordering="edition_number", empty_value="–")
    def public(self, operation: Any) -> str:
        return public_state(operation) if operation.pk else ""

    @admin.display(description=_("saved since publication"), empty_value="")
    def saved_since(self, operation: Any) -> Any:
        return _("saved since") if operation.saved_since else None
