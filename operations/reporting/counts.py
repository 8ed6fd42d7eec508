"""How many requests for removal were answered: numbers by year and class, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from operations.codes import RemovalClass, ReportKind, ReportState
from operations.models import Report

ANSWERED = (ReportState.ACCEPTED, ReportState.DECLINED)


@dataclass(frozen=True)
class Removals:
    """Requests of one class that were answered in one year."""

    year: int
    removal_class: str
    granted: int
    declined: int

    @property
    def class_words(self) -> str:
        return str(RemovalClass(self.removal_class).label)


def removals() -> list[Removals]:
    """Newest year first. What still waits is not counted: it would tell that somebody asks now."""
    rows = (
        Report.objects.filter(kind=ReportKind.REMOVAL, state__in=ANSWERED)
        .annotate(year=ExtractYear("closed_at"))
        .values("year", "removal_class")
        .annotate(
            granted=Count("pk", filter=Q(state=ReportState.ACCEPTED)),
            declined=Count("pk", filter=Q(state=ReportState.DECLINED)),
        )
    )
    found = [Removals(**row) for row in rows.order_by()]
    order = RemovalClass.values
    return sorted(found, key=lambda row: (-row.year, order.index(row.removal_class)))
