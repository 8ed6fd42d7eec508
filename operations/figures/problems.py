"""What is wrong with a set of figures, in sentences an editor can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ProblemCode(StrEnum):
    """The rules that figures can break together."""

    PARTITION = "partition"
    FOREIGN_WHOLE = "foreign_whole"
    CYCLE = "cycle"
    UNLIKE_WHOLE = "unlike_whole"
    LARGER_THAN_WHOLE = "larger_than_whole"
    TWO_PREFERRED = "two_preferred"


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule: the ids concerned, and the sentence in the active language.

    ``difference`` is the whole less the sum of its parts, for a partition; else None.
    """

    code: ProblemCode
    figures: tuple[str, ...]
    message: str
    difference: Decimal | None = None


def number(value: Decimal) -> str:
    """A number for people: thousands separated, no idle zeros ("6,400", "1,234.5")."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(ids: Iterable[str]) -> str:
    """Ids for people, separated by commas."""
    return ", ".join(ids)
