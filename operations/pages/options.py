"""Choices that a list offers: closed code lists, and terms that public editions name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import Exists, Max, Min, OuterRef

from operations import codes
from operations.filters import SORTS
from operations.filters.sentence import name_of, words
from operations.filters.sorting import DEFAULT_SORT
from operations.models import VOCABULARIES, Edition, EditionFigure, EditionTerm, Place, Term

Options = list[tuple[str, str]]

CLOSED = {
    "kind": codes.Kind,
    "status": codes.Status,
    "flag": codes.Flag,
    "relevance": codes.Relevance,
    "measure": codes.Measure,
    "scope": codes.Scope,
}
FEW = {
    "dates": ("overlap", "within"),
    "undated": ("include", "exclude", "only"),
    "stated": ("yes", "no"),
    "disputed": ("yes", "no"),
}
TERMS = ("series", "agency", "group", "offence", "place")


def options(name: str) -> Options | None:
    """Pairs of value and words, or ``None`` for a parameter that is typed."""
    maker = MAKERS.get(name)
    return maker() if maker else None


def closed(name: str) -> Callable[[], Options]:
    return lambda: [(value, str(label)) for value, label in CLOSED[name].choices]


def few(name: str) -> Callable[[], Options]:
    return lambda: [(value, ", ".join(words(name, value))) for value in FEW[name]]


def terms(name: str) -> Callable[[], Options]:
    """Terms of a vocabulary that a public edition names, or something narrower than they are."""

    def read() -> Options:
        naming = EditionTerm.objects.filter(vocabulary=name, term=OuterRef("code"))
        return sorted_by_name(
            VOCABULARIES[name], Exists(naming.filter(edition__in=Edition.objects.public()))
        )

    return read


def counted_in() -> Options:
    counting = EditionFigure.objects.filter(
        counted_in=OuterRef("code"), edition__in=Edition.objects.public()
    )
    return sorted_by_name(Place, Exists(counting))


def sorted_by_name(model: type[Term], occurs: Exists) -> Options:
    found = model._default_manager.filter(occurs)
    return sorted(((term.code, name_of(term)) for term in found), key=lambda pair: pair[1])


def years() -> Options:
    """Every year from the first to the last that a public edition speaks of, newest first."""
    bounds = Edition.objects.public().aggregate(
        first=Min("earliest"), last=Max("latest"), last_start=Max("earliest")
    )
    return [(str(year), str(year)) for year in reversed(list(years_of(bounds)))]


def years_of(bounds: dict[str, date | None]) -> Iterator[int]:
    first = bounds["first"]
    ends = [end.year for end in (bounds["last"], bounds["last_start"]) if end]
    if first and ends:
        yield from range(first.year, max(ends) + 1)


def sorts() -> Options:
    return [(value, str(label)) for value, label in SORTS.items() if value != DEFAULT_SORT]


MAKERS: dict[str, Callable[[], Options]] = {
    **{name: closed(name) for name in CLOSED},
    **{name: few(name) for name in FEW},
    **{name: terms(name) for name in TERMS},
    "counted_in": counted_in,
    "year": years,
    "sort": sorts,
}
