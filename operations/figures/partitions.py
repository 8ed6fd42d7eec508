"""Whether parts add up to their whole, and fit into it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from operations.codes import BreakdownKind, Qualifier

from .interval import Interval, interval, meet
from .model import Figure
from .parts import index, unlike, whole_of
from .problems import Problem, ProblemCode, listed, number


def partition_problems(figures: Iterable[Figure]) -> list[Problem]:
    """Breakdown sets whose exact parts do not add up to their exact whole.

    Only the parts marked as a partition count; overlapping and partial parts may share the
    set. A set cannot be checked, and is no problem, when its whole or one such part is not
    an exact number, or counts another sort of thing. Deprecated figures are left out: a
    misprint need not add up.
    """
    sets: dict[tuple[str, str], tuple[Figure, list[Figure]]] = {}
    for whole, part in _pairs(figures):
        if part.breakdown == BreakdownKind.PARTITION:
            sets.setdefault((whole.id, part.breakdown_set), (whole, []))[1].append(part)
    return [problem for whole, parts in sets.values() if (problem := _sum_problem(whole, parts))]


def size_problems(figures: Iterable[Figure]) -> list[Problem]:
    """Parts that are surely larger than their whole; "about" is never sure."""
    return [_size_problem(whole, part) for whole, part in _pairs(figures) if _larger(part, whole)]


def _pairs(figures: Iterable[Figure]) -> list[tuple[Figure, Figure]]:
    """Every whole with each of its parts, deprecated figures aside, lowest part first."""
    known = index(figures)
    pairs = [(whole_of(part, known), part) for part in known.values()]
    return [
        (whole, part)
        for whole, part in pairs
        if whole is not None and not (whole.is_deprecated or part.is_deprecated)
    ]


def _sum_problem(whole: Figure, parts: list[Figure]) -> Problem | None:
    values = [part.exact_value for part in parts if not unlike(part, whole)]
    exact = [value for value in values if value is not None]
    if whole.exact_value is None or len(exact) < len(parts):
        return None
    total = sum(exact, Decimal(0))
    difference = whole.exact_value - total
    if not difference:
        return None
    if difference > 0:
        text = _(
            "The parts %(parts)s add up to %(total)s; the whole %(whole)s is %(value)s;"
            " %(difference)s missing."
        )
    else:
        text = _(
            "The parts %(parts)s add up to %(total)s; the whole %(whole)s is %(value)s;"
            " %(difference)s too many."
        )
    ids = [part.id for part in parts]
    words = {
        "parts": listed(ids),
        "total": number(total),
        "whole": whole.id,
        "value": number(whole.exact_value),
        "difference": number(abs(difference)),
    }
    return Problem(ProblemCode.PARTITION, (whole.id, *ids), text % words, difference)


def _larger(part: Figure, whole: Figure) -> bool:
    if unlike(part, whole) or Qualifier.ABOUT in (part.qualifier, whole.qualifier):
        return False
    floor, ceiling = interval(part), interval(whole)
    upwards = Interval(low=floor.low, low_open=floor.low_open)
    downwards = Interval(high=ceiling.high, high_open=ceiling.high_open)
    return not meet([upwards, downwards])


def _size_problem(whole: Figure, part: Figure) -> Problem:
    words = {
        "part": part.id,
        "low": number(interval(part).low or Decimal(0)),
        "whole": whole.id,
        "high": number(interval(whole).high or Decimal(0)),
    }
    text = _("The part %(part)s (%(low)s) is larger than the whole %(whole)s (%(high)s).")
    return Problem(ProblemCode.LARGER_THAN_WHOLE, (whole.id, part.id), text % words)
