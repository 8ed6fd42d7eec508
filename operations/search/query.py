"""What a reader typed → units that must all be found. Nothing in it is ever an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from . import numerals
from .atoms import Atom, Line, atoms, follows, lines

QUOTED = re.compile(r"\"([^\"]*)\"|“([^”]*)”|「([^」]*)」|『([^』]*)』|«([^»]*)»")
# What may stand inside one word or name: Mong-Kok, O'Brien, sun_yee_on.
JOINING = re.compile(r"[-‐‑‒–'’.·・&_]*")
# Shorter words are looked for as they are: "on" is not the beginning of "one".
SHORTEST_PREFIX = 3

Span = tuple[int, int]


@dataclass(frozen=True)
class Phrase:
    """Atoms that stand side by side; of an open one the last may be the beginning of a word."""

    atoms: tuple[str, ...]
    is_open: bool = False

    def spans(self, line: Line) -> Iterator[Span]:
        """Where the phrase stands in a line of a text, as places in that text."""
        length = len(self.atoms)
        for start in range(len(line) - length + 1):
            stretch = line[start : start + length]
            if self.fits(stretch):
                yield stretch[0].start, stretch[-1].end

    def fits(self, stretch: Line) -> bool:
        *first, last = self.atoms
        *before, end = (atom.text for atom in stretch)
        return first == before and (end.startswith(last) if self.is_open else end == last)


@dataclass(frozen=True)
class Unit:
    """One thing looked for: a word, a run of characters, a quoted phrase; any wording of it."""

    phrases: tuple[Phrase, ...]
    text: str = field(compare=False)

    def spans(self, text: str) -> list[Span]:
        """Where a text says it."""
        return [
            span for phrase in self.phrases for line in lines(text) for span in phrase.spans(line)
        ]


@dataclass(frozen=True)
class Query:
    """All the units, each to be found somewhere in a record; empty when nothing was typed."""

    units: tuple[Unit, ...]

    def fits(self, texts: Iterable[str]) -> bool:
        """Whether a record with these texts is found."""
        known = list(texts)
        return all(any(unit.spans(text) for text in known) for unit in self.units)

    def spans(self, text: str) -> list[Span]:
        """Where a text says anything of what is looked for: sorted, apart from each other."""
        found: list[Span] = []
        for start, end in sorted(span for unit in self.units for span in unit.spans(text)):
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def without(self, unit: Unit) -> str:
        """What to type for the same search without one unit."""
        return self.respelled(unit, "")

    def respelled(self, unit: Unit, spelling: str) -> str:
        """What to type for the same search with another spelling of one unit."""
        words = (spelling if other == unit else other.text for other in self.units)
        return " ".join(filter(None, words))


@lru_cache(maxsize=1_000)
def parse(text: str) -> Query:
    """Words and runs of characters; what stands in quotation marks stays together."""
    return Query(tuple(dict.fromkeys(units(text))))


def units(text: str) -> Iterator[Unit]:
    done = 0
    for quoted in QUOTED.finditer(text):
        yield from bare(text[done : quoted.start()])
        inside = next(group for group in quoted.groups() if group is not None)
        yield from unit(inside, written=quoted.group(), is_quoted=True)
        done = quoted.end()
    yield from bare(text[done:])


def bare(text: str) -> Iterator[Unit]:
    """Outside quotation marks, spaces and most signs separate."""
    for run in runs(text):
        written = text[run[0].start : run[-1].end]
        yield from unit(written, written=written)


def unit(text: str, *, written: str, is_quoted: bool = False) -> Iterator[Unit]:
    phrases = tuple(
        Phrase(
            tuple(atom.text for atom in line),
            is_open=not is_quoted and line[-1].is_word and len(line[-1].text) >= SHORTEST_PREFIX,
        )
        for line in lines(text)
        if line
    )
    if phrases:
        yield Unit(phrases, written)


def runs(text: str) -> Iterator[Line]:
    """The atoms in groups that belong together."""
    line = atoms(text)
    start = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or not together(text, line, end):
            yield line[start:end]
            start = end


def together(text: str, line: Line, at: int) -> bool:
    """Whether the atom at ``at`` belongs to the one before it."""
    before, atom = line[at - 1], line[at]
    gap = text[before.end : atom.start]
    if gap.isspace():
        return is_number(line, at - 1) and atom.is_word and len(atom.text) == 1
    if not JOINING.fullmatch(gap):
        return False
    if before.is_sign == atom.is_sign:
        return True
    # 雷霆2023 is two things, O記 and 2023年 are one.
    return 1 in (length(line, at - 1, -1), length(line, at, 1))


def is_number(line: Line, at: int) -> bool:
    """Whether the unbroken run of atoms that ends at ``at`` is all digits or numerals."""
    return all(
        atom.text.isdecimal() or atom.text in numerals.NUMERALS for atom in unbroken(line, at, -1)
    )


def length(line: Line, at: int, step: int) -> int:
    """Characters of the unbroken run of atoms of one sort from ``at`` on, or back."""
    run = takewhile(lambda atom: atom.is_sign == line[at].is_sign, unbroken(line, at, step))
    return sum(len(atom.text) for atom in run)


def unbroken(line: Line, at: int, step: int) -> Iterator[Atom]:
    """Atoms from ``at`` on, or back, until something stands between two of them."""
    yield line[at]
    while 0 <= at + step < len(line):
        first, second = sorted((line[at], line[at + step]), key=lambda atom: atom.start)
        if not follows(first, second):
            return
        at += step
        yield line[at]
