"""What totals reason about, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from operations.codes import MEASURES, Qualifier, ReportingStatus, Scope, ValueType

UPPER_LIMITS = (Qualifier.AT_MOST, Qualifier.FEWER_THAN)


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Which figure is asked of every operation."""

    measure: str
    scope: str
    counted_in: str

    @property
    def can_be_added(self) -> bool:
        """Whether figures of several operations make a sum at all.

        Nothing says that two scopes called ``other`` are the same thing.
        """
        return MEASURES[self.measure].additive and self.scope != Scope.OTHER


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A whole headline figure of the measure, nobody singled out, for no single period."""

    figure: str
    scope: str
    counted_in: str
    currency: str = ""
    value_type: str = ValueType.VALUE
    qualifier: str = Qualifier.EXACT
    reporting_status: str = ReportingStatus.NOT_STATED
    value: Decimal | None = None
    low: Decimal | None = None
    covers_others: bool = False
    disputed: bool = False

    @property
    def is_number(self) -> bool:
        return self.value_type == ValueType.VALUE

    @property
    def is_exact(self) -> bool:
        return self.qualifier == Qualifier.EXACT

    @property
    def can_be_added(self) -> bool:
        """An upper limit says nothing of how many; a cumulative count speaks of other times too."""
        cumulative = self.reporting_status == ReportingStatus.CUMULATIVE
        return self.qualifier not in UPPER_LIMITS and not cumulative

    @property
    def amount(self) -> Decimal:
        """What it adds to a sum: of a range the lower end, so that the sum stays a lower bound."""
        number = self.low if self.qualifier == Qualifier.RANGE else self.value
        return Decimal(0) if number is None else number

    def answers(self, question: Question) -> bool:
        return (self.scope, self.counted_in) == (question.scope, question.counted_in)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One matching operation. ``part_of`` names everything it lies inside, nearest first.

    ``covers`` are the operations that any of its figures covers; ``year`` is the year it
    began, None when undated.
    """

    id: str
    year: int | None = None
    claims: tuple[Claim, ...] = ()
    part_of: tuple[str, ...] = ()
    may_overlap: frozenset[str] = frozenset()
    covers: tuple[str, ...] = ()

    @property
    def states_measure(self) -> bool:
        """Whether it states the measure as a number, in any scope, place and currency."""
        return any(claim.is_number for claim in self.claims)

    def states(self, question: Question) -> bool:
        """Whether it states the figure that is asked for as a number."""
        return any(claim.is_number and claim.answers(question) for claim in self.claims)
