"""A whole date, with one or two ends, and the days it covers.

The text is EDTF (Extended Date/Time Format, ISO 8601-2), levels 0 and 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from operations.dates.points import (
    PARTLY_UNSPECIFIED,
    DateError,
    Point,
    not_a_date,
    read_point,
)

MAX_LENGTH = 40
_OPEN = ".."

_TOO_LONG = _(
    "A date of %(length)s characters is too long: “%(text)s”. Expected at most %(most)s characters."
)
_OPEN_START = _(
    "“%(text)s” says that it was always going on. Expected the slash alone, for example "
    "/2014-01-15, when the start is not stated."
)
_NO_END_STATED = _(
    "“%(text)s” states neither a start nor a known end. Expected an empty field when no date is "
    "stated."
)
_BACKWARDS = _("“%(text)s” ends before it starts. Expected the earlier date first.")
_UNSPECIFIED_END = _(
    "“%(text)s” has unspecified digits beside a slash. Expected each side as a day, a month, a "
    "season or a year."
)
_NOT_A_DAY = _("“%(text)s” is not a day. Expected year, month and day, for example 2023-06-12.")


@dataclass(frozen=True)
class DateSpan:
    """When something happened, as far as it is stated.

    `earliest` and `latest` are days, both included. Undated: both None. Open (`/..`, still going
    on): only `latest` is None, and means today or later. A side that is not stated has `start` or
    `end` None, and its bound is filled from the other side: not stated is not ongoing. One date
    alone is both its start and its end.
    """

    edtf: str
    earliest: date | None = None
    latest: date | None = None
    start: Point | None = None
    end: Point | None = None
    is_open: bool = False

    @property
    def is_undated(self) -> bool:
        """Whether no date at all is stated."""
        return self.earliest is None

    @property
    def approximate(self) -> bool:
        """Whether either end is given as "about"."""
        return any(point.approximate for point in (self.start, self.end) if point)

    @property
    def uncertain(self) -> bool:
        """Whether either end is given as uncertain."""
        return any(point.uncertain for point in (self.start, self.end) if point)


def parse(text: str) -> DateSpan:
    """The span that an EDTF text of level 0 or 1 states; empty text is undated.

    Raises DateError, and nothing else, for any other text.
    """
    if len(text) > MAX_LENGTH:
        raise DateError(_TOO_LONG, text, length=len(text), most=MAX_LENGTH)
    if not text:
        return DateSpan("")
    left, slash, right = text.partition("/")
    if not slash:
        point = read_point(text)
        return DateSpan(text, point.first, point.last, point, point)
    return _interval(text, left, right)


def _interval(text: str, left: str, right: str) -> DateSpan:
    if "/" in right:
        raise not_a_date(text)
    if left == _OPEN:
        raise DateError(_OPEN_START, text)
    if not left and right in ("", _OPEN):
        raise DateError(_NO_END_STATED, text)
    is_open = right == _OPEN
    start, end = _end(text, left), None if is_open else _end(text, right)
    known = [point for point in (start, end) if point]
    earliest, latest = known[0].first, known[-1].last
    if latest < earliest:
        raise DateError(_BACKWARDS, text)
    return DateSpan(text, earliest, None if is_open else latest, start, end, is_open)


def _end(text: str, side: str) -> Point | None:
    if not side:
        return None
    point = read_point(side)
    if point.precision in PARTLY_UNSPECIFIED:
        # Level 2 of the standard, and no reader could say what it means for the bounds.
        raise DateError(_UNSPECIFIED_END, text)
    return point


def date_validator(value: str) -> None:
    """Model and form validator: ValidationError wherever `parse` raises DateError."""
    try:
        parse(value)
    except DateError as error:
        from operations.dates.suggesting import suggestion

        message = " ".join(filter(None, (str(error), suggestion(value))))
        raise ValidationError(message, code="invalid_date") from error


def parse_day(text: str, *, end: bool = False) -> date:
    """The day that `YYYY-MM-DD` names; of `YYYY-MM` or `YYYY` its first day, or last if `end`.

    Raises DateError for anything else: a filter takes days, not EDTF.
    """
    # A month above 19 would be one of EDTF's seasons.
    if not re.fullmatch(r"[0-9]{4}(-[01][0-9](-[0-9]{2})?)?", text):
        raise DateError(_NOT_A_DAY, text)
    point = read_point(text)
    return point.last if end else point.first
