"""A text as a row of atoms: words, numbers and single characters, each with its place.

Spaces and punctuation only separate, so ``14K``, ``14 K`` and ``14-K`` are the same two atoms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import numerals
from .folding import folding
from .signs import SIGN, is_sign

ATOM = re.compile(rf"{SIGN}|\d+|(?:(?!{SIGN})[^\W\d_])+")
# Longer ones are cut, in texts and in queries alike: an index entry has a limit.
LONGEST = 40
# The names of terms are read at every search.
NAME_LENGTH, NAMES_KEPT = 100, 10_000


class Atom(NamedTuple):
    """A folded word, number or character, and where it stands in the text as it was written."""

    text: str
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        """Whether it is one character of a script without spaces."""
        return is_sign(self.text)

    @property
    def is_word(self) -> bool:
        return not self.is_sign and not self.text.isdecimal()


Line = tuple[Atom, ...]


def atoms(text: str) -> Line:
    """The atoms of a text in order; none when it has no letter, digit or character."""
    folded = [(char, piece) for piece in folding(text) for char in piece.text]
    together = "".join(char for char, _piece in folded)
    return tuple(
        Atom(
            found.group()[:LONGEST], folded[found.start()][1].start, folded[found.end() - 1][1].end
        )
        for found in ATOM.finditer(together)
    )


def lines(text: str) -> tuple[Line, ...]:
    """The atoms as they stand and, where that differs, with Chinese numerals as numbers.

    Both are looked in, so that 十 and 14 both find 十四K.
    """
    return lines_of_name(text) if len(text) <= NAME_LENGTH else lines_of(text)


def lines_of(text: str) -> tuple[Line, ...]:
    plain = atoms(text)
    if numerals.NUMERALS.isdisjoint(atom.text for atom in plain):
        return (plain,)
    numbered = tuple(with_numbers(plain))
    return (plain,) if numbered == plain else (plain, numbered)


lines_of_name = lru_cache(maxsize=NAMES_KEPT)(lines_of)


def with_numbers(line: Line) -> Iterator[Atom]:
    """The atoms with every numeral that stands for a number replaced by one atom.

    A single numeral is one only before a letter (三C): 三合會 is not 3合會.
    """
    start = 0
    while start < len(line):
        end = end_of_numeral(line, start)
        before_letter = end < len(line) and follows(line[end - 1], line[end]) and line[end].is_word
        number = None
        if end - start > 1 or (end - start == 1 and before_letter):
            number = numerals.value("".join(atom.text for atom in line[start:end]))
        if number is not None:
            yield Atom(number, line[start].start, line[end - 1].end)
        else:
            end = max(end, start + 1)
            yield from line[start:end]
        start = end


def end_of_numeral(line: Line, start: int) -> int:
    """Where the unbroken run of numerals from ``start`` ends; ``start`` itself when none does."""
    end = start
    while end < len(line) and line[end].text in numerals.NUMERALS:
        if end > start and not follows(line[end - 1], line[end]):
            break
        end += 1
    return end


def follows(before: Atom, atom: Atom) -> bool:
    """Whether nothing stands between two atoms."""
    return before.end == atom.start
