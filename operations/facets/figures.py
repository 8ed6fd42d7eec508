"""Operations by the scope of a whole headline figure, under all else that is said of it."""

from __future__ import annotations

from django.db.models import Count

from operations.codes import Scope
from operations.filters import Selection
from operations.filters.filterset import figure_rows

from .model import Counts

# They speak of one figure together, so a scope counts only with the others.
OF_ONE_FIGURE = ("measure", "scope", "counted_in", "min", "max", "stated")


def scope_counts(selection: Selection) -> Counts:
    """Operations by scope: one query, and another when figures are asked for that nobody states."""
    editions = selection.without(*OF_ONE_FIGURE)
    rows = figure_rows(selection.chosen_without("scope")).filter(edition__in=editions)
    grouped = rows.order_by().values_list("scope").annotate(Count("edition", distinct=True))
    stated: dict[str, int] = dict(grouped)
    if selection.chosen["stated"] != "no":
        return stated
    total = editions.count()
    return {scope: total - stated.get(scope, 0) for scope in Scope.values}
