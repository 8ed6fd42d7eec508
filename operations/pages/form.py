"""The plain form of a list: one field for each parameter of the one FilterSet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from operations.filters import SORTS, EditionFilter
from operations.filters.fields import CodesField
from operations.filters.sorting import DEFAULT_SORT
from operations.problems import Invalid

from .options import options

# Always in sight; everything else is under “More conditions”.
FIRST = ("q", "sort")
HELP: dict[str, str | Promise] = {
    "q": _("Names, places, agencies and groups, in English or Chinese."),
    "from": _("2023-06-12, 2023-06 or 2023."),
    "to": _("2023-06-12, 2023-06 or 2023."),
    "as_of": _("The record as it stood at the end of that day. Not together with a search."),
    "source": _("The id of a source, as in its address."),
    "measure": _("Measure, scope, place and numbers speak of one figure."),
    "min": _("Needs a measure."),
    "max": _("Needs a measure."),
}


@dataclass(frozen=True)
class Option:
    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """One parameter: what was given, what can be chosen, and what was wrong with it."""

    name: str
    label: str
    help: str
    values: tuple[str, ...]
    options: tuple[Option, ...] | None
    many: bool
    nothing: str
    errors: tuple[Invalid, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """What the text boxes hold: one for each value given, and one at least."""
        return self.values or ("",)


@dataclass(frozen=True)
class ListForm:
    fields: tuple[Field, ...]

    @property
    def first(self) -> list[Field]:
        return [field for field in self.fields if field.name in FIRST]

    @property
    def more(self) -> list[Field]:
        return [field for field in self.fields if field.name not in FIRST]

    @property
    def more_is_open(self) -> bool:
        """Only to show what was wrong: what is in force stands above the list in words."""
        return any(field.errors for field in self.more)


def list_form(query: QueryDict, errors: Iterable[Invalid] = ()) -> ListForm:
    """The form with what was asked, right or wrong, still in it."""
    wrong = tuple(errors)
    return ListForm(tuple(field(name, query, wrong) for name in EditionFilter.base_filters))


def field(name: str, query: QueryDict, errors: tuple[Invalid, ...]) -> Field:
    filter_ = EditionFilter.base_filters[name]
    values = tuple(
        value.replace("\x00", "\N{REPLACEMENT CHARACTER}") for value in given(name, query)
    )
    return Field(
        name=name,
        label=str(filter_.label),
        help=str(HELP.get(name, "")),
        values=values,
        options=with_given(options(name), values),
        many=issubclass(filter_.field_class, CodesField),
        nothing=str(SORTS[DEFAULT_SORT]) if name == "sort" else "—",
        errors=tuple(error for error in errors if error.parameter == name),
    )


def given(name: str, query: QueryDict) -> list[str]:
    """What the query holds; the order that holds anyway is not one that was chosen."""
    nothing = DEFAULT_SORT if name == "sort" else ""
    return [value for value in query.getlist(name) if value not in ("", nothing)]


def with_given(
    known: list[tuple[str, str]] | None, values: tuple[str, ...]
) -> tuple[Option, ...] | None:
    """The options, and what was given beyond them: a wrong choice must not vanish unseen."""
    if known is None:
        return None
    codes = {code for code, _words in known}
    extra = [(value, value) for value in values if value not in codes]
    return tuple(Option(code, words, code in values) for code, words in [*known, *extra])
