"""A total as a query string asks for it, the same on the page, the list and the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from operations.codes import Measure, Scope
from operations.filters import Selection, malformed, select
from operations.filters.fields import ChoiceField, SingleField
from operations.filters.selection import base
from operations.models import Place
from operations.problems import InvalidQuery

from .reading import Editions
from .reasons import By
from .result import Total
from .total import total

# These choose the figure; alone they narrow nothing, so that what states no such figure is
# named among what was left out.
CHOOSING = ("measure", "scope", "counted_in")
# These narrow by that one figure, so the three above have to narrow with them.
NARROWING = ("min", "max", "stated")


class PlaceField(SingleField):
    """The code of a place that figures can be counted in."""

    def read(self, value: str) -> str:
        if not Place.objects.filter(code=value).exists():
            raise ValidationError(_("a code listed at /terms/place/"))
        return value


class QuestionForm(forms.Form):
    """Which figure is added up, and what the rows stand for: one value each."""

    measure = ChoiceField(choices=Measure.values)
    scope = ChoiceField(choices=Scope.values)
    counted_in = PlaceField()
    by = ChoiceField(choices=By.values)

    def __init__(self, query: QueryDict, measure: str | None) -> None:
        super().__init__(query)
        self.default_measure = measure

    def clean_measure(self) -> str:
        """The measure, or the one to take when none is given."""
        measure: str | None = self.cleaned_data["measure"] or self.default_measure
        if measure is None:
            raise ValidationError(
                _("one of: %(words)s") % {"words": ", ".join(Measure.values)}, code="required"
            )
        return measure


@dataclass(frozen=True)
class Asked:
    """Which figure of which operations. ``query`` is the query string as it was given."""

    query: QueryDict
    selection: Selection
    chosen: dict[str, Any]

    @property
    def editions(self) -> Editions:
        return self.selection.editions

    @property
    def world(self) -> Editions:
        """Everything public at the time that is asked for."""
        return base(self.selection.chosen["as_of"])

    def total(self) -> Total:
        return total(self.editions, world=self.world, **self.chosen)


def ask(query: QueryDict, *, measure: str | None = None) -> Asked:
    """Read a query string; ``measure`` is the one to take when it names none.

    Raises ``InvalidQuery`` with everything that was wrong.
    """
    form = QuestionForm(query, measure)
    errors = list(malformed(form, query))
    named = {error.parameter for error in errors}
    try:
        selection = select(choosing_operations(query), also=("by",))
    except InvalidQuery as invalid:
        errors += [error for error in invalid.errors if error.parameter not in named]
    if errors:
        raise InvalidQuery(errors)
    return Asked(query, selection, form.cleaned_data)


def ask_of_list(selection: Selection, *, measure: str) -> Asked | None:
    """The total of a list; None when it asks for several measures, scopes or places.

    Unlike things are not added, so there is no total of several.
    """
    if any(len(selection.chosen[name]) > 1 for name in CHOOSING):
        return None
    query = selection.query.copy()
    for name in ("page", "sort"):
        query.pop(name, None)
    if any(selection.chosen[name] for name in CHOOSING):
        return ask(query, measure=measure)
    form = QuestionForm(query, measure)
    form.is_valid()
    return Asked(query, selection, form.cleaned_data)


def choosing_operations(query: QueryDict) -> QueryDict:
    """The part of a query that chooses operations."""
    narrows = any(any(query.getlist(name)) for name in NARROWING)
    rest = query.copy()
    for name in ("by", *(() if narrows else CHOOSING)):
        rest.pop(name, None)
    return rest
