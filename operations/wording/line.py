"""What a page shows of figures: claims, lines and splits."""

from __future__ import annotations

from dataclasses import dataclass

from operations.codes import ValueType

from .apart import Apart
from .arrests import ARRESTS
from .earlier import Earlier
from .language import Text, pick
from .naming import Entry
from .source import Cited


@dataclass(frozen=True)
class Line:
    """One figure: its words, what is said of it, who says so, and how it is split.

    ``number``, ``what``, ``scope`` and ``place`` are ``words`` taken apart for a table. ``scope``
    is empty where there is none, as of premises; ``number`` tells which kind of nothing it is.
    """

    entry: Entry
    words: str
    part_words: str
    described: str
    amount: str
    number: str
    what: str
    scope: str
    place: str
    details: tuple[tuple[str, str], ...]
    citations: tuple[Cited, ...]
    why_not: str
    splits: tuple[Split, ...]
    quote: str = ""

    @property
    def id(self) -> str:
        return str(self.entry["id"])

    @property
    def has_number(self) -> bool:
        return bool(self.entry["value_type"] == ValueType.VALUE)

    @property
    def by_tier(self) -> list[Cited]:
        """The best sources first."""
        return sorted(self.citations, key=lambda cited: int(cited.source.entry["tier"]))

    @property
    def more_sources(self) -> int:
        """How many stand behind the first."""
        return len(self.citations) - 1

    @property
    def leads(self) -> bool:
        return bool(self.entry["headline"])

    @property
    def is_arrest(self) -> bool:
        """Whether “arrested, not convicted” has to stand beside it."""
        return self.entry["measure"] in ARRESTS

    @property
    def note(self) -> Text:
        return pick(self.entry["note"])

    @property
    def rank_note(self) -> Text:
        return pick(self.entry["rank_note"])

    @property
    def covers(self) -> tuple[str, ...]:
        """Ids of other operations that the count includes."""
        return tuple(self.entry["covers"])

    @property
    def came_from(self) -> str:
        """Where a merged operation recorded it first; editions older than the key say nothing."""
        return str(self.entry.get("came_from") or "")

    @property
    def came_from_operation(self) -> str:
        return self.came_from.rpartition(".")[0]


@dataclass(frozen=True)
class Split:
    """One way in which a whole is split; ``total`` spells an exact sum out."""

    name: str
    kind: str
    lines: tuple[Line, ...]
    total: str


@dataclass(frozen=True)
class Claim:
    """Rival figures of one whole quantity, the one that leads first.

    ``earlier`` is what past editions stated for it, ``apart`` what counts something else.
    """

    lines: tuple[Line, ...]
    why: str
    disputed: bool
    apart: tuple[Apart, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    @property
    def stated(self) -> int:
        """How many figures were ever stated for it."""
        return len(self.lines) + len(self.earlier)

    @property
    def leader(self) -> Line | None:
        first = self.lines[0]
        return first if first.leads else None

    @property
    def rivals(self) -> tuple[Line, ...]:
        return self.lines[1:] if self.leader else self.lines
