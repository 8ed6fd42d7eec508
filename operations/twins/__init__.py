"""Operations that may be recorded twice: one rule, and where to look for them."""

from .described import described, lines, saved, with_rows
from .find import twins_of
from .rule import Described, Reason, Twin, Written, twin

__all__ = [
    "Described",
    "Reason",
    "Twin",
    "Written",
    "described",
    "lines",
    "saved",
    "twin",
    "twins_of",
    "with_rows",
]
