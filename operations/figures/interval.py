"""The numbers that a figure allows, and whether several figures can all be true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from operations.codes import Qualifier

from .model import Figure

# "About" is never defined by a source; a tenth either way is this project's reading.
ABOUT_LOW, ABOUT_HIGH = Decimal("0.9"), Decimal("1.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; None is no bound, and an open bound is not itself allowed."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False


ANYTHING = Interval()


def interval(figure: Figure) -> Interval:
    """The numbers that a figure allows.

    ``exact`` 10 is [10, 10], ``at_least`` [10, ∞), ``more_than`` (10, ∞), ``at_most``
    (-∞, 10], ``fewer_than`` (-∞, 10), ``about`` [9, 11]; ``range`` is [low, high]. Words
    without a number ("dozens"), a suppressed number, and nothing at all allow anything, so
    they contradict nobody.
    """
    if not figure.is_number:
        return ANYTHING
    if figure.qualifier == Qualifier.RANGE:
        return Interval(figure.low, figure.high)
    return ANYTHING if figure.value is None else _around(figure.value, figure.qualifier)


def _around(value: Decimal, qualifier: str) -> Interval:
    match qualifier:
        case Qualifier.AT_LEAST:
            return Interval(low=value)
        case Qualifier.MORE_THAN:
            return Interval(low=value, low_open=True)
        case Qualifier.AT_MOST:
            return Interval(high=value)
        case Qualifier.FEWER_THAN:
            return Interval(high=value, high_open=True)
        case Qualifier.ABOUT:
            return Interval(value * ABOUT_LOW, value * ABOUT_HIGH)
        case _:
            return Interval(value, value)


def meet(intervals: Iterable[Interval]) -> bool:
    """Whether one number lies in all of the intervals. No interval at all meets."""
    given = list(intervals)
    lows = [(each.low, each.low_open) for each in given if each.low is not None]
    highs = [(each.high, not each.high_open) for each in given if each.high is not None]
    if not lows or not highs:
        return True
    # At an equal bound the open one is the tighter: last among lows, first among highs.
    (low, low_open), (high, high_closed) = max(lows), min(highs)
    return low < high or (low == high and high_closed and not low_open)


def precision(figure: Figure) -> tuple[int, Decimal, bool, int]:
    """Sort key, most precise first: narrow before wide, bounded before half-lines.

    Of two half-lines the tighter is the more precise ("over 4,000" says more than "over
    3,000" and than "at least 4,000"), and a lower bound says more about a count than an
    upper one. Equal widths: exact, range, about.
    """
    span = interval(figure)
    closed = not (span.low_open or span.high_open)
    if span.low is not None and span.high is not None:
        return 0, span.high - span.low, closed, _QUALIFIERS.get(figure.qualifier, 0)
    if span.low is not None:
        return 1, -span.low, closed, 0
    if span.high is not None:
        return 2, span.high, closed, 0
    return 3, Decimal(0), closed, 0


_QUALIFIERS: dict[str, int] = {Qualifier.EXACT: 0, Qualifier.RANGE: 1, Qualifier.ABOUT: 2}
