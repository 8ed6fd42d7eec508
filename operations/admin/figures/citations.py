"""Citations inside a figure's row: pairs of a source and where in it.

Inlines inside inlines are not in the stock admin, so a row has numbered pairs of form fields,
and one pair more than it uses; saving turns them into ``Citation`` rows.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _

from operations.admin.marked import in_record
from operations.admin.text import fit
from operations.admin.typed import TabularInline
from operations.models import Citation, Figure, FigureOwner, Source

from .lazy import LazySearch

FEWEST, MOST = 4, 60
POSTED = re.compile(r"^figures-\d+-source_(\d{1,2})$")


class CitationOptions(TabularInline):
    """How the stock admin would edit a citation; never shown, it only makes form fields."""

    model = Citation

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs["widget"] = LazySearch(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def slots(request: HttpRequest, owner: FigureOwner | None) -> int:
    """How many pairs a row needs: as many as were posted, or one more than is used."""
    if request.method == "POST":
        posted = [int(match[1]) for key in request.POST if (match := POSTED.match(key))]
        return min(max([FEWEST, *posted]), MOST)
    if owner is None:
        return FEWEST
    counted = owner.figures.annotate(n=Count("citations"))  # type: ignore[attr-defined]
    used = counted.order_by("-n").values_list("n", flat=True).first() or 0
    return min(max(FEWEST, used + 1), MOST)


def names(count: int) -> list[tuple[str, str]]:
    return [(f"source_{n}", f"locator_{n}") for n in range(1, count + 1)]


def fields(count: int, request: HttpRequest, site: admin.AdminSite) -> dict[str, forms.Field]:
    """Form fields of ``count`` pairs, with the stock autocomplete and its “+” for new sources."""
    options = CitationOptions(Figure, site)
    made: dict[str, forms.Field] = {}
    for source, locator in names(count):
        for name, column in ((source, "source"), (locator, "locator")):
            db_field = Citation._meta.get_field(column)
            field: Any = options.formfield_for_dbfield(db_field, request, required=False)  # type: ignore[arg-type]
            field.label = _("%(field)s %(n)s") % {"field": field.label, "n": name.split("_")[1]}
            fit(field, db_field)
            made[name] = field
    share_labels(made, request)
    return made


def share_labels(made: dict[str, forms.Field], request: HttpRequest) -> None:
    """Let all pairs of all rows know the same labels, and look up those posted in one go."""
    posted = {request.POST[key] for key in request.POST if POSTED.match(key)}
    found = Source.objects.filter(pk__in=[key for key in posted if key.isdecimal()])
    labels = {str(source.pk): str(source) for source in found} if posted else {}
    for name, field in made.items():
        if name.startswith("source_"):
            searched(field).labels = labels


def searched(field: Any) -> LazySearch:
    """The search field inside the stock wrapper with its “+”."""
    widget: LazySearch = getattr(field.widget, "widget", field.widget)
    return widget


def initial(figure: Figure, count: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for (source, locator), citation in zip(names(count), figure.citations.all(), strict=False):
        values |= {source: citation.source_id, locator: citation.locator}
    return values


def check(form: Any, count: int) -> None:
    """Add to the form what is wrong with its pairs: no source, one pair twice, personal data."""
    seen = set()
    for source_name, locator_name in names(count):
        source = form.cleaned_data.get(source_name)
        locator = form.cleaned_data.get(locator_name) or ""
        if source is None:
            if locator and source_name not in form.errors:
                form.add_error(source_name, _("Say which source."))
            continue
        if (source, locator) in seen:
            form.add_error(source_name, _("The same source stands twice."))
        seen.add((source, locator))
        if locator_name in form.changed_data:
            guard(form, locator_name, locator)


def guard(form: Any, name: str, locator: str) -> None:
    citation = Citation(locator=locator)
    citation.privacy_override = form.override
    try:
        citation.clean()
    except ValidationError as error:
        form.add_error(name, error.messages)
        found = in_record(citation, {"locator"})
        form.mark({name: found["locator"]} if found else {})


def save(form: Any, count: int) -> list[Citation]:
    """Make the figure's citations those of the form; returns the ones written anew."""
    pairs = [(form.cleaned_data.get(s), form.cleaned_data.get(where)) for s, where in names(count)]
    wanted = [(source, locator or "") for source, locator in pairs if source is not None]
    held = Citation.objects.filter(figure=form.instance)
    if list(held.values_list("source", "locator")) == [(s.pk, where) for s, where in wanted]:
        return []
    held.delete()
    made = [Citation(figure=form.instance, source=s, locator=where) for s, where in wanted]
    for citation in made:
        citation.privacy_override = form.override
    return Citation.objects.bulk_create(made)
