"""Which sources are checked today."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from operations.models import Source, SourceCheck

OLDER_THAN = 30  # days
FAILING = timedelta(hours=20)  # what failed is tried again the next day, to tell a bad day from rot
DAILY = 200  # sources a day; the rest waits for the next


def due(older_than: int = OLDER_THAN) -> QuerySet[Source]:
    """Sources with an address whose last check is old, or failed; the longest waiting first."""
    now = timezone.now()
    old = now - timedelta(days=older_than)
    last = SourceCheck.objects.filter(source=OuterRef("pk"), url=OuterRef("url"))
    failing = last.filter(made_at__gte=old).exclude(failure="")
    recent = last.filter(made_at__gte=now - FAILING)
    settled = last.filter(made_at__gte=old, failure="").exclude(outcome="by_hand")
    found = Source.objects.exclude(url="").annotate(last_check=Max("checks__made_at"))
    is_due = Q(~Exists(settled) & ~Exists(failing)) | Q(Exists(failing) & ~Exists(recent))
    epoch = now - timedelta(days=36500)
    return found.filter(is_due).order_by(Coalesce("last_check", epoch), "pk")
