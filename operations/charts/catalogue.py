"""The pictures by the names that stand in addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from operations import wording
from operations.filters import Selection, known_only, select

from .arrests import arrests, asked_by_year
from .breakdown import breakdown
from .districts import districts
from .model import Chart
from .outcomes import outcomes
from .tiers import tiers
from .timeline import timeline
from .years import years

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Drawn:
    """A chart, and the operations that it is of; ``selection`` is None where none are chosen."""

    chart: Chart
    selection: Selection | None = None


def of_years(query: QueryDict, *, whole: bool) -> Drawn:
    selection = select(query)
    return Drawn(years(selection), selection)


def of_time(query: QueryDict, *, whole: bool) -> Drawn:
    selection = select(query)
    return Drawn(timeline(selection, whole=whole), selection)


def of_arrests(query: QueryDict, *, whole: bool) -> Drawn:
    asked = asked_by_year(query)
    return Drawn(arrests(asked), asked.selection)


def of_districts(query: QueryDict, *, whole: bool) -> Drawn:
    selection = select(query)
    return Drawn(districts(selection), selection)


def of_tiers(query: QueryDict, *, whole: bool) -> Drawn:
    """The reports are of no operation, so nothing can be asked."""
    known_only(query)
    return Drawn(tiers())


def of_breakdown(document: Mapping[str, Any]) -> Chart:
    return breakdown(wording.record(document))


# What each shows, for the list of all pictures.
LISTS: dict[str, tuple[Callable[..., Drawn], StrOrPromise]] = {
    "timeline": (of_time, _("Operations over time")),
    "years": (of_years, _("Operations by the year they began, and the tier of that year")),
    "arrests": (of_arrests, _("Arrests by year, as far as they may be added")),
    "districts": (of_districts, _("Operations by district, on a map of tiles")),
    "tiers": (of_tiers, _("Tier of Hong Kong in the Trafficking in Persons reports")),
}
OF_OPERATIONS: dict[str, Callable[[Mapping[str, Any]], Chart]] = {
    "breakdown": of_breakdown,
    "outcomes": outcomes,
}


def of_list(name: str, query: QueryDict, *, whole: bool = False) -> Drawn:
    """The picture ``name`` of what a query chooses; ``whole`` for a file that leaves nothing out.

    Raises ``KeyError`` for another name and ``InvalidQuery`` for a query that is wrong.
    """
    return LISTS[name][0](query, whole=whole)


def of_operation(name: str, document: Mapping[str, Any]) -> Chart:
    """The picture ``name`` of one document. Raises ``KeyError`` for another name."""
    return OF_OPERATIONS[name](document)


def titles() -> list[tuple[str, str, bool]]:
    """Name and title of each picture of a list, and whether it takes the query of a list."""
    return [(name, str(title), name != "tiers") for name, (_build, title) in LISTS.items()]
