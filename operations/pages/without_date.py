"""What a question about dates leaves out: operations of which no source states one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from operations.facets import Facet
from operations.filters import Selection
from operations.filters.address import asked

from .facets import address

DATES = ("from", "to", "year")


@dataclass(frozen=True)
class LeftOut:
    """How many they are, and the address of the list with them."""

    count: int
    included: str


def without_date(selection: Selection, facets: Iterable[Facet]) -> LeftOut | None:
    """The undated operations that fit all but the dates; nothing where they are not left out."""
    chosen = selection.chosen
    if chosen["undated"] or not any(chosen[name] for name in DATES):
        return None
    choices = (choice for facet in facets if facet.name == "undated" for choice in facet.all)
    count = sum(choice.count for choice in choices if choice.sets["undated"] == ["only"])
    said = {**asked(selection.query), "undated": ["include"]}
    return LeftOut(count, address(said)) if count else None
