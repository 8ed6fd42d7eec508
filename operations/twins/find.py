"""Where to look for twins among many operations: narrowed by the database, judged by the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Q

from operations.models import Citation, Operation, OperationAgency, ToldApart

from .described import Lines, lines, saved, with_rows
from .names import written
from .rule import ALIKE, Described, Twin, alike, twin

# What a page can show and an editor can look at.
MOST = 20
BATCH = 500


def twins_of(one: Described, *, besides: Collection[int] = (), pk: int | None = None) -> list[Twin]:
    """The strongest suspicions first. ``pk`` is its row, if it has one; ``besides`` are not asked.

    What was merged into another, and pairs that an editor told apart, are never asked.
    """
    passed = {*besides, *told_apart(pk), *([] if pk is None else [pk])}
    agencies = lines()
    rows = likely(one, agencies)
    found = [twin(one, saved(row, agencies)) for row in rows if row.pk not in passed]
    suspected = [each for each in found if each is not None]
    return sorted(suspected, key=lambda each: (-each.score, each.id))[:MOST]


def told_apart(pk: int | None) -> set[int]:
    if pk is None:
        return set()
    pairs = ToldApart.objects.filter(Q(first=pk) | Q(second=pk)).values_list("first", "second")
    return {key for pair in pairs for key in pair}


def likely(one: Described, agencies: Lines) -> Iterable[Operation]:
    """Operations of the same series or with a name alike, out of those whose dates can meet."""
    rows = Operation.objects.filter(
        dates_meet(one), shares(one, agencies), merged_into__isnull=True
    )
    names = rows.order_by("pk").values_list(
        "pk", "series__code", "name_en", "name_zh_hant", "aliases"
    )
    keys = [
        pk
        for pk, series, english, chinese, aliases in names.iterator(chunk_size=2000)
        if (series and series == one.series)
        or alike(one.names, written((english, chinese, *aliases))) >= ALIKE
    ]
    for start in range(0, len(keys), BATCH):
        batch = Operation.objects.filter(pk__in=keys[start : start + BATCH])
        yield from with_rows(batch).order_by("pk")


def dates_meet(one: Described) -> Q:
    """Undated operations may be any; dated ones overlap."""
    if one.is_undated:
        return Q()
    condition = Q()
    if one.latest:
        condition &= Q(earliest__isnull=True) | Q(earliest__lte=one.latest)
    if one.earliest:
        condition &= Q(latest__isnull=True) | Q(latest__gte=one.earliest)
    return condition


def shares(one: Described, agencies: Lines) -> Q:
    """An agency in common (one inside the other counts), or a source; or neither is said yet."""
    if not one.agencies and not one.sources:
        return Q()
    own = {line[0] for line in one.agencies}
    broader = {code for line in one.agencies for code in line}
    near = [pk for pk, line in agencies.items() if line[0] in broader or own & set(line)]
    theirs = OperationAgency.objects.filter(agency__in=near).values("operation")
    cited = Citation.objects.filter(source__code__in=one.sources, figure__operation__isnull=False)
    further = Operation.sources.through.objects.filter(source__code__in=one.sources)
    return (
        Q(pk__in=theirs)
        | Q(pk__in=cited.values("figure__operation"))
        | Q(pk__in=further.values("operation"))
        | ~Q(pk__in=OperationAgency.objects.values("operation"))
    )
