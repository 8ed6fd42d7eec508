"""The small-count rule: a handful of people must not be described until they can be recognised.

A number under ten of victims, of minors or of people in commercial sex is refused when two or
more traits single them out, or when the place is finer than a territory (a district, an area, a
police region). It is then told more coarsely, or stored as ``suppressed``. One trait alone in a
whole territory may stand: that is how official sources publish totals of an operation.
Zero describes nobody and stands when a source says it; worked out by us, it does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations.codes import AgeGroup, Measure, Role, Unit, unit_of
from operations.privacy.rules import Finding, Kind

FEWEST = 10
FINER_THAN_A_TERRITORY = ("hk.", "hkpf.")

SENSITIVE_MEASURES = frozenset(measure for measure in Measure if measure.startswith("victims_"))
SENSITIVE_ROLES = frozenset(
    {
        Role.VICTIM,
        Role.POSSIBLE_VICTIM,
        Role.NOT_VICTIM,
        Role.IN_COMMERCIAL_SEX,
        Role.CHILD,
    }
)
# Counts of anything else, such as cases or premises, describe no person. What is counted as
# "other" is named in words only, so it is taken for people.
PEOPLE = frozenset({Unit.PERSON, Unit.OTHER})

NAMES = {
    "role": gettext_lazy("role"),
    "sex": gettext_lazy("sex"),
    "age_group": gettext_lazy("age group"),
    "residency": gettext_lazy("residency"),
    "nationality": gettext_lazy("nationality"),
}
TRAITS = tuple(NAMES)
# What the rule reads of a figure.
FIELDS = ("measure", "value", "low", "high", "currency", "counted_in", "derived", *TRAITS)


@dataclass(frozen=True)
class Cell:
    """A number and whom it describes. ``numbers`` are value, low and high; ``who`` is by trait."""

    measure: str
    numbers: tuple[Decimal | float | None, ...]
    counted_in: str
    who: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    derived: bool = False

    @property
    def smallest(self) -> Decimal | float | None:
        return min((number for number in self.numbers if number is not None), default=None)

    @property
    def traits(self) -> list[str]:
        """What singles the people out, in a fixed order."""
        return [trait for trait in TRAITS if self.who.get(trait)]

    @property
    def is_sensitive(self) -> bool:
        if self.currency or self.measure not in Measure or unit_of(self.measure) not in PEOPLE:
            return False
        return (
            self.measure in SENSITIVE_MEASURES
            or self.who.get("role") in SENSITIVE_ROLES
            or self.who.get("age_group") == AgeGroup.MINOR
        )

    @property
    def is_small(self) -> bool:
        number = self.smallest
        if number is None or number >= FEWEST:
            return False
        return number != 0 or self.derived

    @property
    def is_in_a_fine_place(self) -> bool:
        return any(code.startswith(FINER_THAN_A_TERRITORY) for code in self.counted_in.split("+"))


def find(cell: Cell) -> list[Finding]:
    """Why the cell may not stand; empty when it may."""
    if not (cell.is_sensitive and cell.is_small):
        return []
    reasons = list(why(cell))
    if not reasons:
        return []
    excerpt = f"{float(cell.smallest or 0):g}"
    message = _(
        "fewer than %(fewest)s victims, minors or people in commercial sex, %(reasons)s: coarsen"
        " it or store it as suppressed"
    ) % {"fewest": FEWEST, "reasons": _("; ").join(reasons)}
    return [Finding(Kind.SMALL_COUNT, excerpt, 0, len(excerpt), message)]


def why(cell: Cell) -> Iterator[str]:
    if len(cell.traits) > 1:
        names = _(", ").join(str(NAMES[trait]) for trait in cell.traits)
        yield _("singled out by %(traits)s") % {"traits": names}
    if cell.is_in_a_fine_place:
        yield _("counted in a place finer than a territory")
