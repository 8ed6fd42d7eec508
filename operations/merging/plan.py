"""What the operation that stays would gain by a merger, before anybody decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from operations.models import Operation, Source

from .facts import KINDS, Fact, Single
from .figures import Move, moves


@dataclass(frozen=True)
class Offer:
    """A fact that only the merged operation states; ``key`` names it in a form."""

    kind: str
    fact: Fact
    number: int

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.number}"

    @property
    def label(self) -> Any:
        return KINDS[self.kind].label


@dataclass(frozen=True)
class Plan:
    """Figures always come along, for they are claims; an editor chooses among the offers.

    ``kept`` are kinds of facts of which both state one and that of the one that stays stands.
    """

    offers: list[Offer]
    moves: list[Move]
    kept: list[str]

    def chosen(self, keys: set[str] | None) -> list[Offer]:
        return [offer for offer in self.offers if keys is None or offer.key in keys]


def plan(giving: Operation, taking: Operation) -> Plan:
    """Reads only."""
    return Plan(
        offers=[
            Offer(kind, fact, number)
            for kind in KINDS
            for number, fact in enumerate(offered(kind, giving, taking), start=1)
        ],
        moves=moves(giving, taking),
        kept=[kind for kind in KINDS if differ(kind, giving, taking)],
    )


def offered(kind: str, giving: Operation, taking: Operation) -> list[Fact]:
    wanted = KINDS[kind].wanted(giving, taking)
    if kind == "parent":
        inside = {operation.code for operation in (*taking.with_parts(), giving)}
        return [fact for fact in wanted if fact[0] not in inside]
    if kind == "sources":
        # These come along with the figures that cite them.
        cited = Source.objects.filter(citations__figure__operation__in=(giving, taking))
        return [code for code in wanted if code not in set(cited.values_list("code", flat=True))]
    return wanted


def differ(kind: str, giving: Operation, taking: Operation) -> bool:
    """Whether both make one statement of this kind, and not the same."""
    if not isinstance(KINDS[kind], Single) or kind == "name_zh_hant":
        return False
    ours, theirs = KINDS[kind].of(taking), KINDS[kind].of(giving)
    return bool(ours and theirs and ours != theirs)


def had(giving: Operation, taking: Operation) -> dict[str, list[Fact]]:
    """Facts that both state: should another merger be undone, they stay for this one's sake."""
    return {
        kind: common
        for kind, rules in KINDS.items()
        if (common := [fact for fact in rules.of(giving) if fact in rules.of(taking)])
    }
