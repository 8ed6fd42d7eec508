"""Operations as the rule sees them, from rows or from a form that is not saved yet."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from operations.dates import parse
from operations.models import Agency, Operation

from .names import written
from .rule import Described

Lines = dict[int, tuple[str, ...]]


def lines() -> Lines:
    """For the key of each agency its code, then those of the broader ones; in one query."""
    agencies = {agency.pk: agency for agency in Agency.objects.all()}
    return {pk: tuple(line(pk, agencies)) for pk in agencies}


def line(pk: int | None, agencies: dict[int, Agency]) -> list[str]:
    found: list[str] = []
    while pk is not None and agencies[pk].code not in found:
        found.append(agencies[pk].code)
        pk = agencies[pk].parent_id
    return found


def described(
    operation: Operation,
    *,
    agencies: Iterable[tuple[str, ...]],
    sources: Iterable[str],
    related: Iterable[str],
) -> Described:
    """``operation`` may be unsaved: what its rows name is given by whoever knows."""
    span = parse(operation.edtf)
    return Described(
        id=operation.code,
        names=written((operation.name_en, operation.name_zh_hant, *operation.aliases)),
        series=operation.series.code if operation.series else "",
        earliest=span.earliest,
        latest=span.latest,
        is_undated=span.is_undated,
        agencies=frozenset(agencies),
        sources=frozenset(sources),
        parent=operation.parent.code if operation.parent else "",
        related=frozenset(related),
    )


def with_rows(operations: QuerySet[Operation]) -> QuerySet[Operation]:
    """Everything that the rule asks, in a constant number of queries."""
    return operations.select_related("series", "parent__parent").prefetch_related(
        "agency_roles",
        "sources",
        "parts",
        "may_overlap",
        "figures__citations__source",
        "figures__covers",
        "covered_by__operation",
    )


def saved(operation: Operation, agencies: Lines) -> Described:
    """An operation as it is stored; one of ``with_rows`` costs no query."""
    cited = {c.source.code for figure in operation.figures.all() for c in figure.citations.all()}
    return described(
        operation,
        agencies=[agencies[role.agency_id] for role in operation.agency_roles.all()],
        sources=cited | {source.code for source in operation.sources.all()},
        related=related(operation),
    )


def related(operation: Operation) -> set[str]:
    """Ids of the operations that it is said to be part of, to hold, to overlap or to cover."""
    covering = [figure.operation for figure in operation.covered_by.all()]
    covered = [other for figure in operation.figures.all() for other in figure.covers.all()]
    near = [*operation.parts.all(), *operation.may_overlap.all(), *covered]
    found = {other.code for other in (*near, *covering) if other is not None}
    above = operation.parent
    while above is not None and above.code not in found:
        found.add(above.code)
        above = above.parent
    return found
