"""What a total answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from operations.codes import is_money
from operations.document.skeleton import number

from .model import Question
from .reasons import BETWEEN_OPERATIONS, Reason


@dataclass(frozen=True, slots=True)
class Counted:
    """An operation that was counted, and by which figure."""

    id: str
    figure: str
    value: Decimal
    exact: bool = True

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "figure": self.figure, "value": number(self.value)}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An operation that was not counted, and why.

    ``other``: the operation that it lies inside of, may overlap with or covers; the scope,
    place or currency that it states instead; else None.
    """

    id: str
    reason: Reason
    other: str | None = None

    @property
    def other_is_operation(self) -> bool:
        return self.other is not None and self.reason in BETWEEN_OPERATIONS

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "reason": self.reason.value, "other": self.other}


@dataclass(frozen=True, slots=True)
class Sum:
    """A safe sum: every matching operation is in ``counted`` or in ``left_out``, ids in order.

    ``stating`` is how many state the figure asked for as a number, counted or not.
    """

    question: Question
    currency: str
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    stating: int

    @property
    def value(self) -> Decimal | None:
        """The sum; None when nothing was counted, for that is not zero, and when it is refused."""
        if not self.counted:
            return None
        return sum((one.value for one in self.counted), Decimal(0))

    @property
    def lower_bound(self) -> bool:
        """Whether the true number may be higher: only what lies inside is missing without loss."""
        missing = any(one.reason != Reason.INSIDE for one in self.left_out)
        return missing or not all(one.exact for one in self.counted)

    @property
    def matching(self) -> int:
        return len(self.counted) + len(self.left_out)

    def as_dict(self) -> dict[str, Any]:
        value = self.value
        return {
            "value": None if value is None else number(value),
            "lower_bound": self.lower_bound,
            "matching": self.matching,
            "stating": self.stating,
        }


@dataclass(frozen=True, slots=True)
class Row:
    """The safe sum of one year, term or scope. ``key`` is None where operations name none."""

    key: str | None
    name: dict[str, str]
    sum: Sum

    def as_dict(self) -> dict[str, Any]:
        return {"key": self.key, "name": self.name, **self.sum.as_dict()}


@dataclass(frozen=True, slots=True)
class Total:
    """A safe sum over a filtered set, and its rows when it is grouped.

    ``sum.currency`` is the one currency that was added, empty when the measure is not money.
    """

    sum: Sum
    by: str | None = None
    rows: tuple[Row, ...] = ()

    @property
    def rows_add_up(self) -> bool:
        """Whether the rows count exactly the figures that the total counts, each once."""
        return self.by is None or figures(row.sum for row in self.rows) == figures([self.sum])

    def as_dict(self) -> dict[str, Any]:
        """The JSON of ``/api/totals/``; ``currency`` is there when the measure is money."""
        question = self.sum.question
        money = {"currency": self.sum.currency or None} if is_money(question.measure) else {}
        return {
            "measure": question.measure,
            "scope": question.scope,
            "counted_in": question.counted_in,
            **money,
            **self.sum.as_dict(),
            "counted": [one.as_dict() for one in self.sum.counted],
            "left_out": [one.as_dict() for one in self.sum.left_out],
            "by": self.by,
            "rows": [row.as_dict() for row in self.rows],
            "rows_add_up": self.rows_add_up,
        }


def figures(sums: Iterable[Sum]) -> Counter[str]:
    return Counter(one.figure for each in sums for one in each.counted)
