"""Events around log-in: written here, and forgotten here after a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tracker.addresses import client_address

from . import notices
from .models import Event, Session

Kind = Event.Kind
MAIL_TASKS = ("tracker.accounts.reset_mail.send", "tracker.accounts.notices.send")


def record(  # noqa: PLR0913 - what an event consists of
    kind: Event.Kind,
    username: str,
    *,
    request: HttpRequest | None,
    by: str = "",
    note: str = "",
    also: str = "",
) -> Event:
    """Write down what happened to whose log-in, and who did it when it was somebody else.

    The owner is told by mail, at the address ``also`` too.
    """
    event = Event.objects.create(
        kind=kind,
        username=username,
        by="" if by == username else by,
        address=client_address(request) if request else None,
        note=note[:200],
    )
    notices.tell(event, also=also)
    return event


def purge(now: datetime | None = None) -> int:
    """Forget what is older than LOG_IN_EVENTS_DAYS, sessions that have run out, and old mail tasks.

    Returns how many rows went. Safe to call as often as one likes.
    """
    now = now or timezone.now()
    limit = now - timedelta(days=settings.LOG_IN_EVENTS_DAYS)
    gone = (
        Event.objects.filter(at__lt=limit),
        AccessLog.objects.filter(attempt_time__lt=limit),
        AccessFailureLog.objects.filter(attempt_time__lt=limit),
        AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME),
        Session.objects.filter(expire_date__lt=now),
        DBTaskResult.objects.filter(
            task_path__in=MAIL_TASKS, finished_at__lt=now - timedelta(days=1)
        ),
    )
    return sum(rows.delete()[0] for rows in gone)
