"""One field in three versions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .sheet import Fields, same


class Outcome(StrEnum):
    """What the page holds after the two changes met."""

    THEIRS = "theirs"
    BOTH = "both"
    ADDED = "added"
    REMOVED = "removed"
    RESTORED = "restored"
    DELETED = "deleted"


@dataclass(frozen=True)
class Difference:
    """One place where the other save matters. Without ``field`` it is a whole row."""

    outcome: Outcome
    prefix: str = ""
    row: str = ""
    field: str = ""
    opened: Fields | None = None
    theirs: Fields | None = None
    yours: Fields | None = None


def merge_fields(
    opened: Fields | None, theirs: Fields, yours: Fields, prefix: str = "", row: str = ""
) -> tuple[Fields, list[Difference]]:
    merged, differences = {}, []
    for name in [*yours, *(name for name in theirs if name not in yours)]:
        before = opened.get(name) if opened is not None else None
        other, own = theirs.get(name), yours.get(name)
        taken = opened is not None and same(own, before)
        merged[name] = (other if taken else own) or ()
        changed = not same(other, before) if opened is not None else not same(other, own)
        if changed:
            outcome = Outcome.THEIRS if taken or same(other, own) else Outcome.BOTH
            sides = [{name: side} if side else {} for side in (other, own)]
            known = None if opened is None else {name: before or ()}
            differences.append(Difference(outcome, prefix, row, name, known, sides[0], sides[1]))
    return merged, differences
