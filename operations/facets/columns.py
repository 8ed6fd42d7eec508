"""Operations by what each has exactly one of: kind, status, whether it is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Count, QuerySet

from operations.filters import Selection
from operations.models import Edition

from .model import Counts

# Parameters → columns of the index.
COLUMNS = {"kind": "operation_kind", "status": "status", "disputed": "disputed"}
YES_NO = {True: "yes", False: "no"}


def column_counts(selection: Selection) -> dict[str, Counts]:
    """For each parameter: operations by value.

    One query for all of which nothing is chosen, and one for each other.
    """
    used = [name for name in COLUMNS if selection.chosen[name]]
    found = counted(selection.editions, [name for name in COLUMNS if name not in used])
    for name in used:
        found |= counted(selection.without(name), [name])
    return found


def counted(editions: QuerySet[Edition], names: Sequence[str]) -> dict[str, Counts]:
    found: dict[str, Counter[str]] = {name: Counter() for name in names}
    columns = [COLUMNS[name] for name in names]
    rows = editions.order_by().values_list(*columns).annotate(count=Count("pk")) if names else ()
    for *values, count in rows:
        for name, value in zip(names, values, strict=True):
            found[name][YES_NO.get(value, value)] += count
    return dict(found)
