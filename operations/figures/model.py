"""A figure as the rules see it, and the order of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from sys import maxsize

from operations.codes import Qualifier, Rank, ValueType


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One counted claim by named sources, with everything the rules ask about it.

    Every field must be given: a forgotten ``sex`` would turn a part into a rival of its
    whole without a sound. Codes are those of ``operations.codes``; ``""`` means "not said"
    or, of the people counted, "nobody singled out". ``id`` is ``<owner>.<n>``. ``as_at`` is
    EDTF text and ``as_at_day`` its latest day (None when unknown or open). ``tier`` is the
    best tier among the sources, 3 without any.
    """

    id: str
    owner: str
    measure: str
    value_type: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    currency: str
    qualifier: str
    scope: str
    counted_in: str
    period: str
    as_at: str
    as_at_day: date | None
    reporting_status: str
    role: str
    sex: str
    age_group: str
    residency: str
    nationality: str
    age_from: int | None
    age_to: int | None
    source_term: str
    offence: str
    part_of: str | None
    breakdown: str
    breakdown_set: str
    covers: tuple[str, ...]
    derived: bool
    confidence: str
    rank: str
    tier: int
    sources: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether this is not a part of another figure."""
        return self.part_of is None

    @property
    def singles_out(self) -> bool:
        """Whether only some people or one offence are counted (ages only describe)."""
        people = (self.role, self.sex, self.age_group, self.residency, self.nationality)
        return any(people) or bool(self.offence)

    @property
    def is_number(self) -> bool:
        """Whether a number is stated, and not words or nothing."""
        return self.value_type == ValueType.VALUE

    @property
    def is_deprecated(self) -> bool:
        """Whether an editor ruled the figure out."""
        return self.rank == Rank.DEPRECATED

    @property
    def exact_value(self) -> Decimal | None:
        """The value when it is stated exactly, else None."""
        exact = self.is_number and self.qualifier == Qualifier.EXACT
        return self.value if exact else None


def id_order(figure: Figure) -> tuple[str, int, str]:
    """Sort key of ids: 9 comes before 10; an id without a usable number comes last."""
    number = figure.id.rpartition(".")[2]
    numbered = number.isascii() and number.isdecimal() and len(number) < len(str(maxsize))
    return figure.owner, int(number) if numbered else maxsize, figure.id


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, lowest id first: what makes every rule blind to the order of its input."""
    return sorted(figures, key=id_order)


def prefer(figures: list[Figure], test: Callable[[Figure], bool]) -> list[Figure]:
    """Those that pass the test, or all of them when none does."""
    return [figure for figure in figures if test(figure)] or figures
