"""Dates as sources state them: EDTF text, its bounds, and its words for readers."""

from __future__ import annotations

from operations.dates.points import DateError
from operations.dates.spans import DateSpan, date_validator, parse, parse_day
from operations.dates.suggesting import suggestion, worded
from operations.dates.words import in_words

__all__ = [
    "DateError",
    "DateSpan",
    "date_validator",
    "in_words",
    "parse",
    "parse_day",
    "suggestion",
    "worded",
]
