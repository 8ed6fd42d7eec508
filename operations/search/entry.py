"""A document as the index holds it. It follows from the document alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from .atoms import Line, lines
from .texts import passages

# Characters of folded text that are looked in; what a vector of PostgreSQL holds is limited.
SEARCHED_LENGTH = 80_000


def entry(document: Mapping[str, Any]) -> dict[str, str]:
    """The columns of one ``EditionWords``.

    ``words``: the atoms of each text, a text a line, a space before and after every atom, so that
    a phrase is a piece of it. ``tokens``: what the index is over, sorted, without doubles.
    """
    kept = list(within_limit(all_lines(passage.text for passage in passages(document))))
    return {
        "words": "\n".join(map(written, kept)),
        "tokens": " ".join(sorted({token for line in kept for token in tokens(line)})),
    }


def all_lines(texts: Iterable[str]) -> Iterator[Line]:
    """Every line once: names of terms repeat names of operations."""
    seen = set[tuple[str, ...]]()
    for text in dict.fromkeys(texts):
        for line in lines(text):
            said = tuple(atom.text for atom in line)
            if said and said not in seen:
                seen.add(said)
                yield line


def within_limit(found: Iterable[Line]) -> Iterator[Line]:
    length = 0
    for line in found:
        length += len(written(line)) + 1
        if length > SEARCHED_LENGTH:
            return
        yield line


def written(line: Line) -> str:
    return f" {' '.join(atom.text for atom in line)} "


def tokens(line: Line) -> Iterator[str]:
    """Every atom, and every pair of characters that stand side by side."""
    for atom in line:
        yield atom.text
    for first, second in pairwise(line):
        if first.is_sign and second.is_sign:
            yield first.text + second.text
