"""Which sources are checked today."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from operations.codes import Outcome
from operations.models import Source, SourceCheck

OLDER_THAN = 30  # days
FAILING = timedelta(hours=20)  # what failed is tried again the next day, to tell a bad day from rot
DAILY = 200  # sources a day; the rest waits for the next


def due(older_than: int = OLDER_THAN) -> QuerySet[Source]:
    """Sources with an address whose last check is old, or failed; the longest waiting first."""
    now = timezone.now()
    checks = SourceCheck.objects.filter(source=OuterRef("pk"), url=OuterRef("url"))
    last = checks.exclude(outcome=Outcome.BY_HAND).order_by("-made_at", "-pk")
    found = Source.objects.exclude(url="").annotate(
        last_check=Subquery(last.values("made_at")[:1]),
        last_failure=Subquery(last.values("failure")[:1]),
    )
    never = Q(last_check=None)
    old = Q(last_check__lt=now - timedelta(days=older_than))
    failing = ~Q(last_failure="") & Q(last_check__lt=now - FAILING)
    return found.filter(never | old | failing).order_by(F("last_check").asc(nulls_first=True), "pk")
