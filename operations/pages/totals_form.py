"""The form of a total: which figure, grouped by what, over what the list chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from operations.filters import PARAMETERS
from operations.problems import Invalid
from operations.totals import By
from operations.totals.asking import CHOOSING

from .form import Field, field, given, with_given

NAMES = (*CHOOSING, "by")


@dataclass(frozen=True)
class TotalForm:
    """``fields`` are in sight, ``wrong`` are conditions to put right, ``carried`` are kept."""

    fields: tuple[Field, ...]
    wrong: tuple[Field, ...]
    carried: tuple[tuple[str, str], ...]


def total_form(query: QueryDict, errors: Iterable[Invalid] = ()) -> TotalForm:
    """The form with what was asked, right or wrong, still in it."""
    found = tuple(errors)
    names = {error.parameter for error in found}
    others = [name for name in query if name in PARAMETERS and name not in NAMES]
    return TotalForm(
        fields=(*(choice(name, query, found) for name in CHOOSING), grouping(query, found)),
        wrong=tuple(field(name, query, found) for name in others if name in names),
        carried=tuple(
            (name, value)
            for name in others
            if name not in names
            for value in query.getlist(name)
            if value
        ),
    )


def choice(name: str, query: QueryDict, errors: tuple[Invalid, ...]) -> Field:
    """A field of the list as one choice: a total is of one figure."""
    nothing = {
        "measure": _("Choose what to add up"),
        "scope": _("all offences, where there is a scope"),
        "counted_in": _("Hong Kong only"),
    }
    return replace(field(name, query, errors), many=False, nothing=nothing[name], help="")


def grouping(query: QueryDict, errors: tuple[Invalid, ...]) -> Field:
    values = tuple(given("by", query))
    known = [(by.value, str(by.label)) for by in By]
    return Field(
        name="by",
        label=_("A row for each"),
        help="",
        values=values,
        options=with_given(known, values),
        many=False,
        nothing=_("no rows"),
        errors=tuple(error for error in errors if error.parameter == "by"),
    )
