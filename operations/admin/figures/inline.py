"""How a figure's row is laid out in the form of its record."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.admin.record import StackedRows
from operations.admin.typed import editor
from operations.models import Figure

from . import citations
from .form import FigureForm, with_slots
from .formset import FigureFormSet
from .words import claim_in_words


class FigureInline(StackedRows):
    """Figures, parts under their whole, each with its citations."""

    model = Figure
    form = FigureForm
    formset = FigureFormSet
    readonly_fields = ("in_words",)
    autocomplete_fields = ("counted_in", "offence", "covers")
    verbose_name = _("figure")
    verbose_name_plural = _("figures")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Figure]:
        found: QuerySet[Figure] = super().get_queryset(request)
        return found.select_related(
            "counted_in", "offence", "part_of", "operation", "assessment", "statement"
        ).prefetch_related("citations__source", "covers")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        count = citations.slots(request, obj)
        fields = citations.fields(count, request, self.admin_site)
        made = super().get_formset(request, obj, form=with_slots(count, fields), **kwargs)
        made.form = parts_go_along(made.form)
        return made

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        pairs = [name for pair in citations.names(citations.slots(request, obj)) for name in pair]
        cited = [tuple(pairs[start : start + 4]) for start in range(0, len(pairs), 4)]
        return [
            (None, {"fields": [*CLAIM, *cited]}),
            (_("Who is counted"), {"classes": ("collapse",), "fields": WHO}),
            (_("Rank, confidence and notes"), {"classes": ("collapse",), "fields": NOTES}),
        ]

    @admin.display(description=_("in words"))
    def in_words(self, figure: Any) -> str | SafeString:
        if figure.pk is None:
            return "–"
        css_class = "figure-part" if figure.part_of_id else "figure-whole"
        return format_html('<span class="{}">{}</span>', css_class, claim_in_words(figure))

    def form_kwargs(self, request: HttpRequest) -> dict[str, str]:
        """An administrator's reason on the main form holds for the rows as well."""
        if not editor(request).has_perm(roles.ADMINISTER):
            return {}
        return {"override": request.POST.get("privacy_override", "").strip()}


CLAIM = [
    "in_words",
    ("measure", "qualifier", "value", "value_type"),
    ("scope", "counted_in", "as_at", "reporting_status"),
    ("low", "high", "currency", "period"),
    ("part_of_row", "breakdown", "breakdown_set"),
]
WHO = [
    ("role", "sex", "age_group"),
    ("residency", "nationality", "offence"),
    ("age_from", "age_to", "source_term"),
]
NOTES = [
    ("rank", "rank_reason", "confidence", "derived"),
    ("rank_note_en", "rank_note_zh_hant"),
    ("note_en", "note_zh_hant"),
    "covers",
]


def parts_go_along(form: Any) -> Any:
    """Let a whole be deleted with its parts in one save.

    The stock check refuses as long as parts are stored; the formset refuses only while a part
    stays.
    """

    def hand_clean_DELETE(self: FigureForm) -> None:  # noqa: N802 - Django's name
        return None

    return type("FigureForm", (form,), {"hand_clean_DELETE": hand_clean_DELETE})
