"""The work of the queue: one page a task, so that an editor's question never waits for long."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django_tasks import task

from operations.models import Source, SourceLookup

from . import checking, fetching, looking_up
from .due import DAILY, due

SOON, AT_NIGHT = 50, -50  # priorities


@task(priority=SOON)
def look_up(key: int) -> str:
    """Answer a look-up; the outcome."""
    lookup = SourceLookup.objects.filter(pk=key, done_at=None).first()
    return looking_up.answer(lookup).outcome if lookup else ""


@task(priority=AT_NIGHT)
def check_source(key: int, by: int | None = None) -> str:
    """Check one source; the outcome. A source deleted meanwhile is nothing to do."""
    source = Source.objects.exclude(url="").filter(pk=key).first()
    if source is None:
        return ""
    return checking.check(source, asked_by(by)).outcome


@task(priority=SOON)
def read_new(key: int, by: int | None = None) -> str:
    """Of a new address: one visit for health, copy and proposals."""
    source = Source.objects.exclude(url="").filter(pk=key).first()
    if source is None:
        return ""
    user = asked_by(by)
    fetched = fetching.fetch(source.url)
    checking.check(source, user, fetched)
    looking_up.answer(SourceLookup(url=source.url, made_by=user), fetched)
    return fetched.outcome


def asked_by(key: int | None) -> User | None:
    """Who pressed the button, unless the account is gone."""
    return None if key is None else User.objects.filter(pk=key).first()


def check_due() -> dict[str, int]:
    """The day's share of checks, put into the queue; and old look-ups purged."""
    keys = list(due().values_list("pk", flat=True)[:DAILY]) if settings.FETCH_SOURCES else []
    for key in keys:
        check_source.enqueue(key)
    return {"queued": len(keys), "purged": looking_up.purge()}
