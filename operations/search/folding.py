"""Folding, so that case, width, accents and the two Chinese scripts do not matter to a search.

Folded text is never shown. It is Simplified Chinese, because many Traditional characters share
one Simplified character, but not the other way round.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from opencc import OpenCC

from .signs import is_han, is_jamo

# Told apart by OpenCC, but written for each other in Hong Kong.
VARIANTS = str.maketrans("著汚幺", "着污么")
# They change the look of the character before and have no meaning of their own.
VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


class Folded(NamedTuple):
    """What one character, with the marks on it, folds to, and where it stands in the text."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case, one width, no accents, Simplified characters, single spaces."""
    return " ".join("".join(folded.text for folded in folding(text)).split())


def folding(text: str) -> Iterator[Folded]:
    """The folded characters in order; those that fold to nothing too."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not continues(text[end - 1], text[end]):
            yield Folded(fold_one(text[start:end]), start, end)
            start = end


def continues(before: str, char: str) -> bool:
    """Whether a character belongs to the one before: a mark on it, or a part of its syllable."""
    if char.isascii():
        return False
    if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}:
        return True
    return is_jamo(char) and is_jamo(before)


@lru_cache(maxsize=50_000)
def fold_one(cluster: str) -> str:
    """One character with its marks. Folding twice changes nothing more."""
    if cluster.isascii():
        return cluster.lower()
    decomposed = unicodedata.normalize("NFKD", cluster)
    bare = "".join(char for char in decomposed if not is_dropped(char))
    plain = unicodedata.normalize("NFKC", bare).casefold()
    return "".join(simplified(digit(char)) for char in plain)


def is_dropped(char: str) -> bool:
    return bool(
        unicodedata.combining(char)
        or unicodedata.category(char) == "Cf"
        or char in VARIATION_SELECTORS
    )


def digit(char: str) -> str:
    """The digits of every script as 0 to 9."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


@lru_cache(maxsize=50_000)
def simplified(char: str) -> str:
    """Character by character: OpenCC reads whole phrases differently from their parts, so that a
    part of a text would not be found in it."""
    if not is_han(char):
        return char
    once: str = converter().convert(char)
    # 薴 is 苧, which is itself the Traditional form of 苎.
    twice: str = converter().convert(once)
    return twice.translate(VARIANTS)


@cache
def converter() -> OpenCC:
    """From Hong Kong's Traditional characters, which merges those of Taiwan as well."""
    return OpenCC("hk2s")
