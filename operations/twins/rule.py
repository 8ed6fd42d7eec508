"""When two records look like one operation: a pure function of two descriptions.

Three things have to meet:

1. one code name: the same series, or names that are alike (``ALIKE`` or more, folded in both
   scripts, aliases included, words that say nothing left out);
2. dates that can be the same: the bounds overlap, or a date is not known;
3. a shared agency (one of them inside the other counts), or a shared source.

Code names recur, and the police forces are in nearly every record. So where a date is not known,
a source has to be shared, or names be alike that are no name of a series (two undated operations
of one series may have it), and names that carry different numbers ("14", "2023") are different
operations. A record that names no agency and no source yet is not excluded by the third.

What editors related to each other (part, whole, parts of one whole, "may overlap", "covers") is
no twin: the relation says that they are two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

# Shares of 1: how much of two names has to agree, and what a reason weighs.
ALIKE = 0.75
SAME_NAME, SAME_SERIES, SAME_DATES, OVERLAP, SAME_SOURCE, SAME_AGENCY = 40, 20, 25, 15, 25, 10


class Reason(StrEnum):
    """Why two records look like one."""

    NAME = "name"
    SERIES = "series"
    DATES = "dates"
    UNDATED = "undated"
    SOURCE = "source"
    AGENCY = "agency"


@dataclass(frozen=True)
class Written:
    """A name as it is compared: its telling words, what they come to, and its numbers."""

    words: frozenset[str]
    text: str
    numbers: frozenset[str]


@dataclass(frozen=True)
class Described:
    """What the rule asks of an operation. ``agencies`` has the broader ones of each in a tuple.

    ``names`` are folded; ``earliest`` and ``latest`` are the bounds of its dates, both empty
    where no date is known; only ``latest`` is empty where it still runs.
    """

    id: str
    names: tuple[Written, ...]
    series: str = ""
    earliest: date | None = None
    latest: date | None = None
    is_undated: bool = False
    agencies: frozenset[tuple[str, ...]] = frozenset()
    sources: frozenset[str] = frozenset()
    parent: str = ""
    related: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Twin:
    """A suspicion: of whom, how strong (100 is the most), and why."""

    id: str
    score: int
    reasons: tuple[Reason, ...]


def twin(one: Described, other: Described) -> Twin | None:
    """The suspicion that ``other`` is ``one``; nothing when they are two, or one and the same."""
    if one.id == other.id or are_related(one, other):
        return None
    likeness = alike(one.names, other.names)
    same_series = bool(one.series) and one.series == other.series
    if likeness < ALIKE and not same_series:
        return None
    undated = one.is_undated or other.is_undated
    if not undated and not overlap(one, other):
        return None
    source, agency = bool(one.sources & other.sources), share_agency(one, other)
    if not (source or agency or says_nobody(one) or says_nobody(other)):
        return None
    if undated and not is_enough_without_date(one, other, likeness, source=source):
        return None
    weights = {
        Reason.NAME: SAME_NAME * likeness * (likeness >= ALIKE),
        Reason.SERIES: SAME_SERIES * same_series,
        Reason.DATES: 0 if undated else SAME_DATES if bounds(one) == bounds(other) else OVERLAP,
        Reason.SOURCE: SAME_SOURCE * source,
        Reason.AGENCY: SAME_AGENCY * agency,
    }
    reasons = [reason for reason, weight in weights.items() if weight]
    score = min(100, round(sum(weights.values())))
    return Twin(other.id, score, (*reasons, *([Reason.UNDATED] if undated else [])))


def is_enough_without_date(
    one: Described, other: Described, likeness: float, *, source: bool
) -> bool:
    if numbers_differ(one, other):
        return False
    recurs = one.series == other.series != "" and one.is_undated != other.is_undated
    return source or (likeness >= ALIKE and not recurs)


def are_related(one: Described, other: Described) -> bool:
    if other.id in one.related or one.id in other.related:
        return True
    return bool(one.parent) and one.parent == other.parent


def alike(ours: Iterable[Written], theirs: Iterable[Written]) -> float:
    """How much the most similar pair of names agrees, from 0 to 1."""
    theirs = list(theirs)
    return max((agreement(one, other) for one in ours for other in theirs), default=0.0)


def agreement(one: Written, other: Written) -> float:
    if not one.text or not other.text:
        return 0.0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0
    if one.text == other.text:
        return 1.0
    shared = len(one.words & other.words) / len(one.words | other.words)
    shorter, longer = sorted(map(len, (one.text, other.text)))
    if 2 * shorter / (shorter + longer) < ALIKE:
        return shared
    # The matcher depends on the order of its texts.
    first, second = sorted((one.text, other.text))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return max(shared, matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0)


def numbers_differ(one: Described, other: Described) -> bool:
    ours, theirs = (
        frozenset(number for name in each.names for number in name.numbers) for each in (one, other)
    )
    return bool(ours and theirs and not ours & theirs)


def bounds(each: Described) -> tuple[date | None, date | None]:
    return each.earliest, each.latest


def overlap(one: Described, other: Described) -> bool:
    """Whether two dated spans can meet; an open end reaches any later day."""
    return begins_before_end(one, other) and begins_before_end(other, one)


def begins_before_end(one: Described, other: Described) -> bool:
    return one.earliest is None or other.latest is None or one.earliest <= other.latest


def share_agency(one: Described, other: Described) -> bool:
    """One force, or a unit and the force that it belongs to; two units of one force are two."""
    return any(
        ours[0] in theirs or theirs[0] in ours for ours in one.agencies for theirs in other.agencies
    )


def says_nobody(each: Described) -> bool:
    """Whether neither agency nor source is recorded yet."""
    return not each.agencies and not each.sources
