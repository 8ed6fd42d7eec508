"""A date as bars on one calendar year: what is certain solid, what is only possible hatched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from operations.dates import DateSpan

from .model import Bar, Ink

DAY = timedelta(days=1)
Stretch = tuple[date, date, Ink]
# How long the tail of a start or an end that nobody states is drawn; it measures nothing.
TAIL = 0.06


def bars(span: DateSpan, today: date) -> tuple[Bar, ...]:
    """Bars on the year in which ``span`` began; none for an undated one.

    A doubtful date is hatched as a whole. A side that is not stated is a dashed tail of fixed
    length, and what goes on beyond the year, or is still going on ``today``, runs on.
    """
    if span.earliest is None:
        return ()
    year = span.earliest.year
    doubtful = span.approximate or span.uncertain
    found = [
        scaled(first, last, year, Ink.HATCHED if doubtful else ink, runs_on=span.is_open)
        for first, last, ink in stretches(span, today)
        if first.year == year
    ]
    found += tails(span, year)
    return tuple(found)


def stretches(span: DateSpan, today: date) -> Iterator[Stretch]:
    """First day, last day and ink of each stretch, both days included."""
    start, end = span.start, span.end
    if start is not None and span.is_open:
        yield from between(start.first, start.last, max(start.last, today), today)
        return
    if start is None or end is None:
        known = start or end
        if known is not None:
            yield known.first, known.last, ink_of(known.first, known.last)
        return
    if start == end:
        yield start.first, start.last, ink_of(start.first, start.last)
        return
    yield from between(start.first, start.last, end.first, end.last)


def between(first: date, sure_from: date, sure_to: date, last: date) -> Iterator[Stretch]:
    """From ``first`` to ``last``: certain is only what lies between the latest day on which it
    can have begun and the earliest on which it can have ended.
    """
    if sure_from > sure_to:
        yield first, last, Ink.HATCHED
        return
    if first < sure_from:
        yield first, sure_from - DAY, Ink.HATCHED
    yield sure_from, sure_to, Ink.SOLID
    if sure_to < last:
        yield sure_to + DAY, last, Ink.HATCHED


def ink_of(first: date, last: date) -> Ink:
    """A single day is certain; anything longer is a day or more somewhere within."""
    return Ink.SOLID if first == last else Ink.HATCHED


def scaled(first: date, last: date, year: int, ink: Ink, *, runs_on: bool) -> Bar:
    return Bar(at(first, year), at(last + DAY, year), ink, runs_on or last.year > year)


def at(day: date, year: int) -> float:
    """Where in its year a day begins: 0 is 1 January, 1 the end of 31 December."""
    if day.year > year:
        return 1.0
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return (day - date(year, 1, 1)).days / length


def tails(span: DateSpan, year: int) -> Iterator[Bar]:
    if span.start is None and span.end is not None:
        begins = at(span.end.first, year)
        yield Bar(max(begins - TAIL, 0.0), begins, Ink.DASHED)
    if span.start is not None and span.end is None and not span.is_open:
        ends = min(at(span.start.last + DAY, year), 1 - TAIL)
        yield Bar(ends, ends + TAIL, Ink.DASHED)
