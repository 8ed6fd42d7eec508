"""One way in which a figure is split, as far as it can be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from operations.codes import BreakdownKind, Rank
from operations.wording import Claim, Line, Split

from .amounts import exact, reach


@dataclass(frozen=True)
class Panel:
    """A whole and the parts of one set; figures that an editor ruled out are left aside."""

    whole: Line
    split: Split

    @property
    def parts(self) -> list[Line]:
        return [line for line in self.split.lines if line.entry["rank"] != Rank.DEPRECATED]

    @property
    def scale(self) -> float:
        """The largest number that has to fit."""
        sizes = [reach(line.entry) for line in (self.whole, *self.alike)]
        return max((size[1] for size in sizes if size), default=0.0) or 1.0

    @property
    def alike(self) -> list[Line]:
        """Parts that count the same sort of thing as the whole."""
        return [line for line in self.parts if self.is_alike(line)]

    def is_alike(self, line: Line) -> bool:
        unit = (self.whole.entry["unit"], self.whole.entry["currency"])
        return (line.entry["unit"], line.entry["currency"]) == unit

    @property
    def adds_up(self) -> bool:
        """Whether the parts may be drawn one after the other, as what makes up the whole.

        Only where each is exact and marked as adding up, and they do add up to an exact whole.
        """
        values = [exact(line.entry) for line in self.alike]
        known = [value for value in values if value is not None]
        kinds = {line.entry["breakdown"] for line in self.parts}
        return (
            kinds == {BreakdownKind.PARTITION}
            and len(known) == len(self.parts)
            and sum(known) == exact(self.whole.entry)
        )

    @property
    def is_worth_drawing(self) -> bool:
        """Whether a picture says more than the numbers: not of one part that is the whole."""
        numbers = [line for line in self.alike if reach(line.entry)]
        return bool(numbers) and not (self.adds_up and len(numbers) == 1)


def panels(claims: list[Claim]) -> Iterator[Panel]:
    """Every set of every figure that leads or stands beside, in the order of the page."""
    for claim in claims:
        for line in claim.lines:
            yield from panels_of(line)


def panels_of(line: Line) -> Iterator[Panel]:
    if line.entry["rank"] == Rank.DEPRECATED:
        return
    for split in line.splits:
        yield Panel(line, split)
        for part in split.lines:
            yield from panels_of(part)
