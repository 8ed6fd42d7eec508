"""Sources that are no longer what they were, and what readers say is wrong."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator

from operations.codes import SourceHealth
from operations.models import Report, Source
from operations.models.report import QUEUE

from .section import Line

NOT_WHAT_IT_WAS = (SourceHealth.GONE, SourceHealth.MOVED, SourceHealth.CHANGED)
WORDS = 100


def gone(user: User) -> QuerySet[Source]:
    found = Source.objects.filter(health__in=NOT_WHAT_IT_WAS)
    return found.order_by(F("checked_at").asc(nulls_last=True), "code")


def to_source(source: Source) -> Line:
    url = reverse("admin:operations_source_change", args=[source.pk])
    return Line(str(source), url, source.get_health_display())


def reported(user: User) -> QuerySet[Report]:
    return Report.objects.waiting().ranked().order_by(*QUEUE).select_related("operation")


def to_report(report: Report) -> Line:
    when = date_format(timezone.localtime(report.made_at), "DATE_FORMAT")
    said = Truncator(report.wrong).chars(WORDS)
    url = reverse("admin:operations_report_change", args=[report.pk])
    return Line(str(report), url, f"{when} · {said}")
