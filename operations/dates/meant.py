"""What somebody probably meant who typed a date as people write it, to be offered, never taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from operations.dates.points import DateError
from operations.dates.spans import parse

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = "|".join(f"{name}[a-z]*" for name in MONTHS)
JOINT = re.compile(r"\s+(?:to|until|till|and)\s+|\s*[–—至到]\s*|\s+-\s+", re.IGNORECASE)
CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日號号])?)?")
YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")
YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
DAY_MONTH = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({NAMED})\.?,?\s+(\d{{4}})", re.IGNORECASE
)
MONTH_DAY = re.compile(rf"({NAMED})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
MOST = 40


def meant(text: str) -> list[str]:
    """EDTF texts that ``text`` may stand for: none, one, or two for 12/6/2023."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if len(typed) > MOST:
        return []
    sides = JOINT.split(typed)
    if len(sides) == 2:
        starts = list(one_date(with_year(sides[0], sides[1])))
        ends = list(one_date(with_year(sides[1], sides[0])))
        return valid(f"{start}/{end}" for start in starts for end in ends)
    return valid(one_date(typed))


def valid(texts: Iterator[str]) -> list[str]:
    """Those that are dates, each once."""
    found: list[str] = []
    for text in texts:
        try:
            parse(text)
        except DateError:
            continue
        if text not in found:
            found.append(text)
    return found


def with_year(side: str, other: str) -> str:
    """“12 June” of “12 June to 21 September 2023” is of the same year."""
    year = re.search(r"\d{4}", other)
    if year is None or re.search(r"\d{4}", side):
        return side
    return f"{year[0]}年{side}" if "月" in side else f"{side} {year[0]}"


def one_date(text: str) -> Iterator[str]:
    if match := CHINESE.fullmatch(text) or YEAR_FIRST.fullmatch(text):
        yield joined(match[1], match[2], match[3])
    elif match := YEAR_LAST.fullmatch(text):
        # Day first, as Hong Kong writes it; month first, as American papers do.
        yield joined(match[3], match[2], match[1])
        yield joined(match[3], match[1], match[2])
    elif match := MONTH_DAY.fullmatch(text):
        yield joined(match[3], month(match[1]), match[2])
    elif match := DAY_MONTH.fullmatch(text):
        yield joined(match[3], month(match[2]), match[1])
    elif re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        yield text


def month(name: str) -> str:
    return str(MONTHS.index(name[:3].lower()) + 1)


def joined(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
