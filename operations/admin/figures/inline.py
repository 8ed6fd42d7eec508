"""The figures of a record as a table: one line each, everything else in a row below it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.admin.record import StackedRows
from operations.admin.typed import editor
from operations.models import Figure

from . import citations, codebook, layout, running
from .choices import grouped_measures
from .form import FigureForm, with_slots
from .formset import FigureFormSet
from .lazy import LazySearch, LazySearchMultiple
from .places import LIST_ID, PlaceField, Places
from .words import claim_in_words

MOST_EMPTY_ROWS, SHOWN_DIGITS = 20, 4


@dataclass
class Table:
    """What the template needs beside the rows."""

    form: Any
    places: Places
    list_id: str = LIST_ID
    columns: tuple[Any, ...] = tuple(layout.COLUMNS)

    @cached_property
    def pages(self) -> list[codebook.Page]:
        return codebook.pages(self.form)

    @property
    def script(self) -> str:
        return json.dumps(running.for_script(), ensure_ascii=False)


class FigureInline(StackedRows):
    """Figures, parts under their whole, each with its citations."""

    model = Figure
    form = FigureForm
    formset = FigureFormSet
    template = "operations/admin/figures/table.html"
    readonly_fields = ("in_words",)
    verbose_name = _("figure")
    verbose_name_plural = _("figures")
    # Made anew with the form of each request.
    table: Table

    class Media:
        css = {"all": ("operations/admin/figures.css",)}
        js = (
            "admin/js/jquery.init.js",
            "operations/admin/lazy-search.js",
            "operations/admin/figure-rows.js",
            "operations/admin/figure-sums.js",
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Figure]:
        found: QuerySet[Figure] = super().get_queryset(request)
        return found.select_related(
            "counted_in", "offence", "part_of", "operation", "assessment", "statement"
        ).prefetch_related("citations__source", "covers")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Without a script, rows are added by asking for empty ones."""
        asked = request.GET.get("rows", "")[:SHOWN_DIGITS]
        return min(int(asked), MOST_EMPTY_ROWS) if asked.isdecimal() else 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        count = citations.slots(request, obj)
        self.places = Places()
        fields = citations.fields(count, request, self.admin_site)
        made = super().get_formset(request, obj, form=with_slots(count, fields), **kwargs)
        made.form = parts_go_along(made.form)
        made.opened = frozenset(opened(request))  # type: ignore[attr-defined]
        self.table = Table(made.form(), self.places)
        return made

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "measure":
            field.choices = grouped_measures()
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "counted_in":
            label = kwargs.get(
                "label", db_field.verbose_name[:1].upper() + db_field.verbose_name[1:]
            )
            return PlaceField(self.places, label=label)
        if db_field.name == "offence":
            kwargs["widget"] = LazySearch(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs["widget"] = LazySearchMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return layout.fieldsets(citations.slots(request, obj))

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


def opened(request: HttpRequest) -> list[str]:
    return (request.POST.get("_open") or request.GET.get("open", "")).split(",")


def parts_go_along(form: Any) -> Any:
    """Let a whole be deleted with its parts in one save.

    The stock check refuses as long as parts are stored; the formset refuses only while a part
    stays.
    """

    def hand_clean_DELETE(self: FigureForm) -> None:  # noqa: N802 - Django's name
        return None

    return type("FigureForm", (form,), {"hand_clean_DELETE": hand_clean_DELETE})
