"""Checking one source: fetch, judge, record. Never an edition: health is beside the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from operations.codes import Outcome, SourceHealth
from operations.models import Source, SourceCheck

from . import archiving, fetching, health, reading
from .health import FAILED, LOST, SILENT, Verdict

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .fetching import Fetched

NOTE_LENGTH = 300
ROW_LENGTH = 60  # checks looked back for a row of failures


def check(source: Source, by: User | None = None, fetched: Fetched | None = None) -> SourceCheck:
    """Read the address now and record what became of it."""
    fetched = fetched or fetching.fetch(source.url)
    text = reading.paragraphs(fetched)
    changes = reading.compare(source.text_as_read, text) if source.text_as_read else (0, 0)
    verdict = health.judge(fetched, paywalled=wants_money(fetched), changes=changes)
    with transaction.atomic():
        concluded = settle(source, verdict)
        made = record(source, by, fetched, text, verdict, concluded)
        update(source, concluded, text)
    archiving.keep_if_new(source, fetched, reading.fingerprint(text))
    return made


def wants_money(fetched: Fetched) -> bool:
    """By the page's own marks; a refusal may carry them too."""
    page = reading.open_page(fetched)
    if page is None and fetched.outcome == Outcome.FORBIDDEN:
        body = fetched.exchanges[-1].body.decode("utf-8", "replace")
        page = reading.Page(fetched.final, body)
    return page is not None and reading.is_paywalled(page)


def settle(source: Source, verdict: Verdict) -> SourceHealth | None:
    """The health that follows; nothing when it stays what it was."""
    if source.health_by_hand:
        return None
    if verdict.health:
        return verdict.health
    return health.after_a_row(days_in_a_row(source, verdict)) if verdict.failure else None


def days_in_a_row(source: Source, verdict: Verdict) -> dict[str, int]:
    """On how many different days, today included, every check failed; and every one was lost."""
    today = timezone.localdate()
    failed, lost = {today}, {today} if verdict.failure == LOST else set()
    is_lost = verdict.failure == LOST
    before = source.checks.filter(url=source.url).exclude(outcome__in=SILENT)
    for made_at, failure in before.values_list("made_at", "failure")[:ROW_LENGTH]:
        if not failure:
            break
        failed.add(timezone.localdate(made_at))
        is_lost = is_lost and failure == LOST
        if is_lost:
            lost.add(timezone.localdate(made_at))
    return {LOST: len(lost), FAILED: len(failed)}


def record(  # noqa: PLR0913, PLR0917 - what a check consists of
    source: Source,
    by: User | None,
    fetched: Fetched,
    text: list[str],
    verdict: Verdict,
    concluded: SourceHealth | None,
) -> SourceCheck:
    return SourceCheck.objects.create(
        source=source,
        made_by=by,
        outcome=fetched.outcome,
        health=concluded or "",
        failure=verdict.failure,
        url=source.url,
        final=fetched.final,
        moved_to=fetched.moved_to if concluded == SourceHealth.MOVED else "",
        status=fetched.status,
        size=fetched.size,
        fingerprint=reading.fingerprint(text),
        text=text,
        note=verdict.note[:NOTE_LENGTH],
    )


def update(source: Source, concluded: SourceHealth | None, text: list[str]) -> None:
    """Only the columns of a check, and only when the address is still the one that was read:
    an editor may be saving the source at this moment.
    """
    now = timezone.now()
    if concluded:
        source.health, source.checked_at = concluded, now
    if text and not source.text_as_read:
        source.text_as_read, source.text_read_at = text, now
    Source.objects.filter(pk=source.pk, url=source.url).update(
        health=source.health,
        checked_at=source.checked_at,
        text_as_read=source.text_as_read,
        text_read_at=source.text_read_at,
    )


def set_by_hand(source: Source, by: User) -> None:
    """Record what an editor found; checks leave it alone until it is “not checked” again."""
    by_hand = source.health != SourceHealth.NOT_CHECKED
    source.health_by_hand = by_hand
    source.checked_at = timezone.now() if by_hand else None
    source.save(update_fields=["health_by_hand", "checked_at"])
    SourceCheck.objects.create(
        source=source, made_by=by, outcome=Outcome.BY_HAND, health=source.health, url=source.url
    )


def start_anew(source: Source) -> None:
    """Another address: nothing that was found at the old one holds."""
    source.health, source.checked_at, source.health_by_hand = SourceHealth.NOT_CHECKED, None, False
    source.text_as_read, source.text_read_at = [], None
    fields = ["health", "checked_at", "health_by_hand", "text_as_read", "text_read_at"]
    source.save(update_fields=fields)


def read_as_it_is(source: Source) -> bool:
    """The editor has read the page as it is now: what comes later compares to this."""
    last = source.checks.filter(url=source.url).exclude(fingerprint="").first()
    if last is None:
        return False
    source.text_as_read, source.text_read_at = last.text, last.made_at
    if source.health == SourceHealth.CHANGED:
        source.health = SourceHealth.LIVE
    source.save(update_fields=["text_as_read", "text_read_at", "health"])
    return True
