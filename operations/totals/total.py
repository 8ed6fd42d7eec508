"""The total of a filtered set."""

from __future__ import annotations

from operations.codes import Scope, unit_of
from operations.models import Edition
from operations.models.figure import UNSCOPED_UNITS

from . import rows
from .model import Question
from .names import names_of
from .reading import Editions, read_cases, read_terms
from .reasons import By
from .result import Row, Total
from .rules import safe_sum

HOME = "hk"
GROUPED_BY_TERM = (By.SERIES, By.AGENCY, By.GROUP, By.PLACE)


def total(  # noqa: PLR0913 — one argument a query parameter, all by name
    editions: Editions,
    *,
    measure: str,
    scope: str | None = None,
    counted_in: str | None = None,
    by: str | None = None,
    world: Editions | None = None,
) -> Total:
    """The safe sum of one figure over ``editions``, one edition an operation.

    ``measure`` and ``scope`` are codes, ``counted_in`` a place, ``by`` one of ``By``; the
    caller has checked them. Not given, ``scope`` is the one that covers everything
    (``default_scope``) and ``counted_in`` is Hong Kong; the result says which were used.
    ``world`` is everything public at the time that ``editions`` were: now, unless given.
    Queries: three, one more by a term, and one more for its names.
    """
    question = Question(
        measure=measure,
        scope=scope or default_scope(measure),
        counted_in=counted_in or HOME,
    )
    cases = read_cases(editions, measure, Edition.objects.public() if world is None else world)
    whole = safe_sum(cases, question, by_year=by == By.YEAR)
    if by is None:
        return Total(whole)
    terms = read_terms(editions, by) if by in GROUPED_BY_TERM else {}
    parts = rows.sums(cases, terms, by, question, whole.currency)
    names = names_of(by, [key for key, _ in parts])
    return Total(whole, by, tuple(Row(key, names[key], part) for key, part in parts))


def default_scope(measure: str) -> str:
    """The scope that leaves no offence out: none at all where a measure has no scope."""
    unscoped = unit_of(measure) in UNSCOPED_UNITS
    return (Scope.NOT_APPLICABLE if unscoped else Scope.ALL_OFFENCES).value
