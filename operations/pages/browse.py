"""Ways into the list from the front page: decades, series and groups, each with its count."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from operations.codes import NOT_STATED
from operations.facets import Choice, Facet
from operations.facets.choices import facet, years
from operations.facets.terms import counted
from operations.facets.years import year_counts
from operations.filters import Selection
from operations.filters.address import written
from operations.wording import Text

TERMS = ("group", "series")
# Enough to show what is there; the rest stands on the pages of the vocabularies.
SHOWN = 10


@dataclass(frozen=True)
class Way:
    """A list to go to: its name, its address and how many operations it holds."""

    words: Text
    address: str
    count: int
    period: str = ""


@dataclass(frozen=True)
class Ways:
    decades: list[Way]
    groups: list[Way]
    series: list[Way]


def ways(selection: Selection) -> Ways:
    """The ways into everything that is public; ``selection`` is that of the whole list."""
    counts = counted(selection.editions, TERMS)
    by_year = years(selection, year_counts(selection))
    return Ways(
        decades=[way(choice, period=f"{choice.sets['from'][0]}s") for choice in by_year.choices],
        groups=most_frequent(facet(selection, "group", counts["group"])),
        series=most_frequent(facet(selection, "series", counts["series"])),
    )


def most_frequent(found: Facet) -> list[Way]:
    stated = [choice for choice in found.choices if NOT_STATED not in choice.sets[found.name]]
    return [way(choice) for choice in stated[:SHOWN]]


def way(choice: Choice, period: str = "") -> Way:
    address = f"{reverse('operations')}?{written(choice.sets)}"
    return Way(choice.words, address, choice.count, period)
