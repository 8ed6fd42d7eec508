"""Names as the rule compares them: folded, cut into words, without words that tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from operations.search.folding import fold

from .rule import Written

# In every second name, so that sharing them is no likeness. When it was is asked of the dates.
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
LITTLE_WORDS = ("a", "against", "an", "and", "by", "for", "from", "in", "into", "of", "on", "the")
EMPTY_WORDS = frozenset(
    {
        *MONTHS,
        *LITTLE_WORDS,
        *("anti", "code", "district", "operation", "operations", "part", "phase", "police"),
        *("raid", "raids", "to", "triad", "vice", "with"),
        *("代号", "行动", "反黑", "扫黄"),
    }
)
YEAR = re.compile(r"(19|20)\d\d")
WORDS = re.compile(r"[^\W_]+")
NUMBERS = re.compile(r"\d+")
HAN_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")
# “雷霆一七”: digits one by one at the end of a name.
YEAR_IN_HAN = re.compile(r"[〇零一二三四五六七八九]{2,4}$")


def written(names: Iterable[str]) -> tuple[Written, ...]:
    """The names in the order given, without those that tell nothing."""
    found = [one(name) for name in dict.fromkeys(names) if name]
    return tuple(dict.fromkeys(name for name in found if name.text))


@lru_cache(maxsize=50_000)
def one(name: str) -> Written:
    folded = YEAR_IN_HAN.sub(lambda han: han[0].translate(HAN_NUMERALS), fold(name))
    words = [word for word in WORDS.findall(folded) if word not in EMPTY_WORDS]
    words = [stripped for word in words if (stripped := without_empty_han(word))]
    numbers = frozenset(number for word in words for number in NUMBERS.findall(word))
    # A year is a number of the name, but no word of it: “Raid (2023)” is “Raid” of that year.
    words = [word for word in words if not YEAR.fullmatch(word)] or words
    return Written(words=frozenset(words), text=" ".join(words), numbers=numbers)


def without_empty_han(word: str) -> str:
    """Chinese has no spaces: “断鸢行动” is the name 断鸢."""
    for empty in EMPTY_WORDS:
        if not empty.isascii():
            word = word.replace(empty, "")
    return word
