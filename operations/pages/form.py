"""The plain form of a list: search, order, and what the facets do not offer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from operations.filters import MEANINGS, PARAMETERS, SORTS, EditionFilter
from operations.filters.fields import CodesField
from operations.filters.sorting import DEFAULT_SORT
from operations.problems import Invalid

from .options import options

# Always in sight.
FIRST = ("q", "sort")
# Under “More conditions”: what the facets do not offer. The others are kept as they are.
MORE = (
    "from",
    "to",
    "dates",
    "measure",
    "counted_in",
    "min",
    "max",
    "stated",
    "source",
    "as_of",
)
# What can be chosen says it all.
NEEDS_NO_HELP = ("sort",)


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
    """``wrong`` are conditions of the facets to put right, ``carried`` those that are kept."""

    first: tuple[Field, ...]
    wrong: tuple[Field, ...]
    more: tuple[Field, ...]
    carried: tuple[tuple[str, str], ...]

    @property
    def more_is_open(self) -> bool:
        """Only to show what was wrong: what is in force stands above the list in words."""
        return any(field.errors for field in self.more)


def list_form(query: QueryDict, errors: Iterable[Invalid] = ()) -> ListForm:
    """The form with what was asked, right or wrong, still in it."""
    found = tuple(errors)
    named = {error.parameter for error in found}
    others = [name for name in PARAMETERS if name not in FIRST and name not in MORE]
    return ListForm(
        first=tuple(field(name, query, found) for name in FIRST),
        wrong=tuple(field(name, query, found) for name in others if name in named),
        more=tuple(field(name, query, found) for name in MORE),
        carried=tuple(
            (name, value) for name in others if name not in named for value in given(name, query)
        ),
    )


def field(name: str, query: QueryDict, errors: tuple[Invalid, ...]) -> Field:
    filter_ = EditionFilter.base_filters[name]
    values = tuple(
        value.replace("\x00", "\N{REPLACEMENT CHARACTER}") for value in given(name, query)
    )
    return Field(
        name=name,
        label=str(filter_.label),
        help="" if name in NEEDS_NO_HELP else str(MEANINGS[name]),
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
