"""Chinese numerals: 十四K is 14K, and 雷霆一五 is 雷霆15. Everything here is folded already."""

from __future__ import annotations

import re

DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
NUMERALS = frozenset("〇零一二三四五六七八九十百千")

# 1 to 9999: 二千零二十三, 一百二十, 十四.
WITH_UNITS = re.compile(
    "(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?"
    "(?:([一二三四五六七八九])?(十))?零?([一二三四五六七八九])?"
)


def value(numeral: str) -> str | None:
    """The digits of a numeral, or nothing when it is none (十百, 四五十)."""
    if not NUMERALS.intersection("十百千").intersection(numeral):
        return numeral.translate(DIGITS)
    found = WITH_UNITS.fullmatch(numeral)
    if found is None:
        return None
    thousands, hundreds, tens, ten, ones = found.groups()
    tens = tens or ("一" if ten else None)
    parts = ((thousands, 1000), (hundreds, 100), (tens, 10), (ones, 1))
    return str(sum(int(digit.translate(DIGITS)) * unit for digit, unit in parts if digit))
