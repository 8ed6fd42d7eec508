"""Where somebody stands who follows the changes, as text that they pass back unread.

A key alone would fit another edition once the site was set back to an older state. With the first
digits of the chain hash it fits the edition that it was given out with, and no other.
"""

from __future__ import annotations

import re

from operations.models import Edition

DIGITS = 6
CURSOR = re.compile(rf"[0-9]{{1,18}}-([0-9a-f]{{{DIGITS}}})")


def cursor(edition: Edition) -> str:
    return f"{edition.pk}-{edition.chain[:DIGITS]}"


def key(text: str) -> int:
    """Of the edition that a cursor stands at."""
    return int(text.partition("-")[0])


def stands(text: str) -> bool:
    """Whether there is the edition that a cursor was given out with."""
    found = CURSOR.fullmatch(text)
    if found is None:
        return False
    return Edition.objects.filter(pk=key(text), chain__startswith=found[1]).exists()
