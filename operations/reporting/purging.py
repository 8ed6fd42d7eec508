"""What readers typed is deleted when its time is over; what was asked and became of it stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from operations.models import Report
from operations.models.report import ReportQuerySet

from .receiving import forget_senders


def purge_reports(now: datetime) -> int:
    """Delete contacts and texts that are due, and return in how many reports there were any.

    A contact goes REPORT_CONTACT_DAYS after its report was closed, and REPORT_OPEN_DAYS after it
    came in even if nobody ever closed it. The text (with the source named and the editors' answer,
    which may quote it) goes REPORT_TEXT_DAYS after closing; of a report that nobody closed, as if
    it had been closed after REPORT_OPEN_DAYS.
    """
    with transaction.atomic():
        contacts = list(due_contacts(now).values_list("pk", flat=True))
        texts = list(due_texts(now).values_list("pk", flat=True))
        Report.objects.filter(pk__in=contacts).update(contact="", contact_purged_at=now)
        Report.objects.filter(pk__in=texts).update(
            wrong="", source_url="", answer="", text_purged_at=now
        )
        forget_senders(now)
    return len({*contacts, *texts})


def due_contacts(now: datetime) -> ReportQuerySet:
    closed = Q(closed_at__lte=now - timedelta(days=settings.REPORT_CONTACT_DAYS))
    old = Q(made_at__lte=now - timedelta(days=settings.REPORT_OPEN_DAYS))
    return Report.objects.exclude(contact="").filter(closed | old)


def due_texts(now: datetime) -> ReportQuerySet:
    keep = timedelta(days=settings.REPORT_TEXT_DAYS)
    closed = Q(closed_at__lte=now - keep)
    given_up = now - keep - timedelta(days=settings.REPORT_OPEN_DAYS)
    old = Q(closed_at=None, made_at__lte=given_up)
    return Report.objects.exclude(wrong="", source_url="", answer="").filter(closed | old)
