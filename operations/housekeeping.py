"""Recurring work: a day's jobs in the queue of the database, and each day puts in the next.

To add a job, add a line to ``JOBS``. A job is a function without arguments that returns
something JSON can hold; it should be short, and put long work into the queue piece by piece. The
site around adds its own by ``settings.DAILY_JOBS``: a name, and where the function is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks.exceptions import TaskResultDoesNotExist

from operations import reporting
from operations.models import HousekeepingDay
from operations.sources import tasks as sources

logger = logging.getLogger(__name__)

HOUR = time(3, 30)  # Hong Kong: few readers, and the sites that are asked sleep too
KEPT_DAYS = 60


def forget_old_tasks() -> None:
    """Results of finished tasks are of no use after two weeks."""
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)


def purge_reports() -> int:
    """What readers typed goes when its time is over."""
    return reporting.purge_reports(timezone.now())


JOBS: tuple[tuple[str, Callable[[], Any]], ...] = (
    ("sources", sources.check_due),
    ("reports", purge_reports),
    ("tasks", forget_old_tasks),
)


def schedule() -> HousekeepingDay | None:
    """See that the next day's work is in the queue, exactly once; nothing without a queue."""
    if not housekeeping.get_backend().supports_defer:
        return None
    return put_in(next_day())


def next_day() -> date:
    """The next day whose hour has not come yet."""
    now = timezone.localtime()
    return now.date() if now.time() < HOUR else now.date() + timedelta(days=1)


def put_in(day: date) -> HousekeepingDay:
    """The row of a day is unique and made in one transaction with its task."""
    with transaction.atomic():
        HousekeepingDay.objects.bulk_create([HousekeepingDay(day=day)], ignore_conflicts=True)
        row = HousekeepingDay.objects.select_for_update().get(day=day)
        if row.started_at is None and not is_waiting(row.task):
            moment = timezone.make_aware(datetime.combine(day, HOUR))
            row.task = housekeeping.using(run_after=moment).enqueue(day.isoformat()).id
            row.save(update_fields=["task"])
    return row


def is_waiting(key: str) -> bool:
    """Whether the queue still holds the task; a restored database may have lost it."""
    if not key:
        return False
    try:
        return housekeeping.get_result(key).status == TaskResultStatus.READY
    except TaskResultDoesNotExist:
        return False


@task()
def housekeeping(day: str) -> dict[str, Any]:
    """Do the work of a day, once, whoever asks; the next day is put in first."""
    schedule()
    if not claimed(day):
        return {}
    report = {name: done(name, job) for name, job in jobs()}
    HousekeepingDay.objects.filter(day=day).update(finished_at=timezone.now(), report=report)
    old = timezone.localdate() - timedelta(days=KEPT_DAYS)
    HousekeepingDay.objects.filter(day__lt=old).delete()
    return report


def jobs() -> Iterator[tuple[str, Callable[[], Any]]]:
    yield from JOBS
    for name, path in settings.DAILY_JOBS.items():
        yield name, import_string(path)


def claimed(day: str) -> bool:
    """Whether this process is the first to begin the day."""
    HousekeepingDay.objects.bulk_create([HousekeepingDay(day=day)], ignore_conflicts=True)
    waiting = HousekeepingDay.objects.filter(day=day, started_at=None)
    return bool(waiting.update(started_at=timezone.now()))


def done(name: str, job: Callable[[], Any]) -> Any:
    """A job that fails leaves a line in the log and does not stop the others."""
    try:
        return job()
    except Exception:
        logger.exception("Housekeeping: %s failed", name)
        return "failed"
