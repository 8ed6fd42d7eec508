"""Text as the rules read it: one spelling for what looks the same, and the way back.

Hiding is rarely meant: full-width digits come from a Chinese keyboard, zero-width characters
from a web page, line breaks from a table. None of them may let personal data through.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\u223c~", "-")
_INVISIBLE_CATEGORIES = frozenset({"Cf", "Cc", "Mn"})
_LONGEST_FORM = 4
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each of its characters where it stood in the original."""

    original: str
    text: str
    positions: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the folded stretch `start:end` (not empty) stood."""
        return self.positions[start], self.positions[end - 1] + 1


def fold(original: str) -> Folded:
    """`original` with compatibility forms and dashes unified and invisible marks dropped.

    White space becomes single spaces, and none is left beside a Chinese character, where it
    carries no meaning.
    """
    marks: list[str] = []
    positions: list[int] = []
    for position, mark in enumerate(original):
        for plain in _plain(mark):
            if plain == " " and (not marks or marks[-1] == " " or _HAN.match(marks[-1])):
                continue
            if marks and marks[-1] == " " and _HAN.match(plain):
                marks.pop()
                positions.pop()
            marks.append(plain)
            positions.append(position)
    return Folded(original, "".join(marks), tuple(positions))


def _plain(mark: str) -> str:
    if " " < mark < "\x7f":
        return _DASHES.get(mark, mark)
    if mark.isspace():
        return " "
    if unicodedata.category(mark) in _INVISIBLE_CATEGORIES:
        return ""
    parts = unicodedata.normalize("NFKC", mark)
    # A few marks stand for whole sentences; unfolding them would let a text grow eighteenfold.
    if len(parts) > _LONGEST_FORM:
        return mark
    return "".join(_DASHES.get(part, part) for part in parts)
