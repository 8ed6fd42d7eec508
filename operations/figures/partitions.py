"""Whether parts add up to their whole, and fit into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from operations.codes import BreakdownKind, Qualifier

from .interval import Interval, interval, meet
from .model import Figure
from .parts import index, unlike, whole_of
from .problems import Problem, ProblemCode, listed, number


@dataclass(frozen=True, slots=True)
class PartitionSum:
    """How far the parts of one breakdown set add up to their whole.

    ``total`` is None when the set cannot be checked: its whole or one part is not an exact
    number, or counts another sort of thing.
    """

    whole: Figure
    name: str
    parts: tuple[Figure, ...]
    total: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """The whole less the sum of its parts; None when the set cannot be checked."""
        if self.total is None or self.whole.exact_value is None:
            return None
        return self.whole.exact_value - self.total


def partition_sums(figures: Iterable[Figure]) -> list[PartitionSum]:
    """Every breakdown set that is a partition, with its sum.

    Only the parts marked as a partition count; overlapping and partial parts may share the
    set. Deprecated figures are left out: a misprint need not add up.
    """
    sets: dict[tuple[str, str], tuple[Figure, list[Figure]]] = {}
    for whole, part in _pairs(figures):
        if part.breakdown == BreakdownKind.PARTITION:
            sets.setdefault((whole.id, part.breakdown_set), (whole, []))[1].append(part)
    return [
        PartitionSum(whole, name, tuple(parts), _total(whole, parts))
        for (_id, name), (whole, parts) in sets.items()
    ]


def partition_problems(figures: Iterable[Figure]) -> list[Problem]:
    """Breakdown sets whose exact parts do not add up to their exact whole."""
    return [problem for one in partition_sums(figures) if (problem := _sum_problem(one))]


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


def _total(whole: Figure, parts: list[Figure]) -> Decimal | None:
    values = [part.exact_value for part in parts if not unlike(part, whole)]
    exact = [value for value in values if value is not None]
    if whole.exact_value is None or len(exact) < len(parts):
        return None
    return sum(exact, Decimal(0))


def _sum_problem(found: PartitionSum) -> Problem | None:
    whole, total, difference = found.whole, found.total, found.difference
    if total is None or whole.exact_value is None or not difference:
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
    ids = [part.id for part in found.parts]
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
