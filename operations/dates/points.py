"""One end of a date: a day, a month, a season, a year, or less than that.

The edtf library works out the bounds. It is asked only about text whose shape was checked
first, because it also accepts things that would mislead here: 29 February 2005, the years
before Christ, level 2 forms it cannot bound (`2026-03-1X`), a winter that ends in December.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from edtf import EDTFParseException, parse_edtf

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

FIRST_YEAR, LAST_YEAR = 1800, 2100
_SHOWN = 60

_NOT_A_DATE = _(
    "“%(text)s” is not a date that can be recorded. Expected a day (2023-06-12), a month "
    "(2023-06), a year (2023), or a start and an end with a slash between them "
    "(2023-06-12/2023-09-21). “?” after a date means uncertain, “~” means about, and “/..” "
    "means still going on."
)
_NO_SUCH_DATE = _(
    "There is no such date as “%(text)s”. Expected a day or month that exists in the calendar."
)
_WINTER = _(
    "“%(text)s” is a winter, which lies in two calendar years. Expected its months, for example "
    "2023-12/2024-02."
)
_YEAR_OUT_OF_REACH = _(
    "“%(text)s” reaches outside the years %(first)s to %(last)s. Expected a date within them."
)


class DateError(ValueError):
    """A date that cannot be recorded; `str()` says what is wrong and what was expected.

    `message` stays lazy and `params` apart from it, so that the sentence comes out in the
    language of whoever reads it.
    """

    def __init__(self, message: str | _StrPromise, text: str, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = {**params, "text": _shown(text)}

    def __str__(self) -> str:
        return str(self.message) % self.params


class Precision(Enum):
    """How much of the date is stated; the value is the shape of its EDTF text."""

    DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    MONTH = r"[0-9]{4}-[01][0-9]"
    SEASON = r"[0-9]{4}-2[1-4]"
    YEAR = r"[0-9]{4}"
    SOME_DAY_OF_MONTH = r"[0-9]{4}-[0-9]{2}-XX"
    SOME_MONTH_OF_YEAR = r"[0-9]{4}-XX"
    SOME_DAY_OF_YEAR = r"[0-9]{4}-XX-XX"
    DECADE = r"[0-9]{3}X"
    CENTURY = r"[0-9]{2}XX"


PARTLY_UNSPECIFIED = frozenset(precision for precision in Precision if "X" in precision.value)


@dataclass(frozen=True)
class Point:
    """A date with one beginning and one end, both days included.

    The bounds are the strict ones even for an uncertain or approximate date: how far a
    source's "about" reaches is not known, and padding it would be an invented number. The
    flags carry the doubt into the words instead.
    """

    precision: Precision
    first: date
    last: date
    approximate: bool = False
    uncertain: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether the source itself hedges the date."""
        return self.approximate or self.uncertain


def read_point(text: str) -> Point:
    """The point that `text` (EDTF without a slash) states, or DateError."""
    body, qualifier = (text[:-1], text[-1]) if text[-1:] in ("?", "~", "%") else (text, "")
    precision = _precision(body)
    if precision is None:
        raise DateError(_NOT_A_DATE, text)
    if precision is Precision.SEASON and body.endswith("24"):
        raise DateError(_WINTER, text)
    bounds = _bounds(body)
    if bounds is None:
        raise DateError(_NO_SUCH_DATE, body)
    first, last = bounds
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise DateError(_YEAR_OUT_OF_REACH, text, first=FIRST_YEAR, last=LAST_YEAR)
    return Point(
        precision,
        first,
        last,
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
    )


def not_a_date(text: str) -> DateError:
    """The error for text of no known shape, with the shapes that are."""
    return DateError(_NOT_A_DATE, text)


def _precision(body: str) -> Precision | None:
    shapes = (shape for shape in Precision if re.fullmatch(shape.value, body))
    return next(shapes, None)


# The library needs about five milliseconds a date, and a list page shows hundreds of dates. What
# is no date is kept as well, or whoever asks for one again and again would cost that each time.
@lru_cache(maxsize=8192)
def _bounds(body: str) -> tuple[date, date] | None:
    try:
        parsed = parse_edtf(body)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError):
        return None


def _shown(text: str) -> str:
    """`text` made fit for a sentence: short, and without what would not print."""
    printable = "".join(
        mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text[:_SHOWN]
    )
    return printable if len(text) <= _SHOWN else f"{printable}…"
