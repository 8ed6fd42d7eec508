"""Which of several rival figures leads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from operations.codes import DERIVED, Rank, ReportingStatus, ValueType

from .interval import interval, meet, precision
from .keys import ClaimKey, by_key
from .model import Figure, id_order, in_order, prefer


def standing(rivals: Iterable[Figure]) -> list[Figure]:
    """The figures of one key that are left after rank, status and tier, lowest id first.

    1. Rank: the deprecated go; where an editor prefers one, only the preferred stay.
    2. Status: interim counts go where any other is left. Cumulative counts never stay:
       they speak of a longer time. They go before rank is asked, so that preferring one
       cannot empty the key.
    3. Tier: what only derived sources (tier 3) say goes where a better source is left.

    "Looked, and not stated" is no rival of a number or of words, so it goes after rank
    unless nothing else is left: an official release that is silent does not silence an
    encyclopedia, nor an interim count. A part that its key cannot tell from its whole (one
    seizure among several) is no rival of the whole, and never stands beside it.
    """
    left = _without_own_parts(list(rivals))
    left = [f for f in left if not f.is_deprecated]
    left = [f for f in left if f.reporting_status != ReportingStatus.CUMULATIVE]
    left = prefer(left, lambda f: f.rank == Rank.PREFERRED)
    left = prefer(left, lambda f: f.value_type != ValueType.NOT_STATED)
    left = prefer(left, lambda f: f.reporting_status != ReportingStatus.INTERIM)
    left = prefer(left, lambda f: f.tier < DERIVED)
    return in_order(left)


def headline(rivals: Iterable[Figure]) -> Figure | None:
    """The figure of one key that leads; None when all are deprecated or cumulative.

    Of those standing: the latest as-at (unknown last), then the best tier, then the most
    precise of those that agree with the lowest id left, then the lowest id. Rivals that
    contradict each other are settled by id, not by precision: an exact number is not
    truer than "about". A figure in words can lead; "not stated" leads only alone.
    """
    left = standing(rivals)
    if not left:
        return None
    latest = max(_as_at(f) for f in left)
    left = [f for f in left if _as_at(f) == latest]
    best = min(f.tier for f in left)
    left = [f for f in left if f.tier == best]
    first = left[0]
    agreeing = [f for f in left if f is first or meet([interval(first), interval(f)])]
    return min(agreeing, key=lambda f: (precision(f), id_order(f)))


def headlines(figures: Iterable[Figure]) -> dict[ClaimKey, Figure]:
    """The leading figure of every key that has one, in the order of the lowest ids.

    A count that covers other operations too leads only where the operation's own count of
    the same thing is missing: readers and programs find one headline a quantity.
    """
    leading = {key: headline(rivals) for key, rivals in by_key(figures).items()}
    own = {key for key, figure in leading.items() if figure is not None and not key.covers}
    return {
        key: figure
        for key, figure in leading.items()
        if figure is not None and (not key.covers or key._replace(covers="") not in own)
    }


def _without_own_parts(figures: list[Figure]) -> list[Figure]:
    ids = {figure.id for figure in figures}
    return [figure for figure in figures if figure.part_of not in ids]


def _as_at(figure: Figure) -> date:
    return figure.as_at_day or date.min
