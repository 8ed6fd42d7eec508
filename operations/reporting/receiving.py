"""One report is taken in: once for each form, and so many an hour from one client."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from operations.codes import ReportKind
from operations.models import Report, ReportSender, SenderSalt

from .ticket import Ticket

WINDOW = timedelta(hours=1)


@dataclass(frozen=True)
class Said:
    """What a reader typed and chose."""

    kind: str
    removal_class: str
    wrong: str
    source_url: str
    contact: str
    language: str


class Spent(Exception):  # noqa: N818 — an answer, not a fault
    """The form was sent before, and said something else then."""


class TooMany(Exception):  # noqa: N818 — an answer, not a fault
    """The client has sent as many reports as it may; ``wait`` is in seconds."""

    def __init__(self, wait: int) -> None:
        self.wait = wait
        super().__init__(wait)


def receive(operation_id: int, ticket: Ticket, said: Said, client: str) -> Report:
    """Store a report; a form that is sent twice, as by a double click, makes one.

    ``client`` is the network address that it came from, or empty where that is not known.
    """
    now = timezone.now()
    with transaction.atomic():
        salt = salt_of_today(now)
        before = Report.objects.filter(token=ticket.nonce).first()
        if before is not None:
            return same_or_spent(before, said)
        sender = ReportSender(salt=salt, client=hashed(salt, client), sent_at=now)
        limit = settings.REPORTS_AN_HOUR if client else settings.REPORTS_AN_HOUR_SHARED
        check(sender, limit)
        sender.save()
        return store(operation_id, ticket, said)


def store(operation_id: int, ticket: Ticket, said: Said) -> Report:
    is_removal = said.kind == ReportKind.REMOVAL
    due = timezone.localdate() + timedelta(days=settings.REPORT_REMOVAL_DAYS)
    return Report.objects.create(
        operation_id=operation_id,
        figure=ticket.figure,
        edition_before=ticket.edition,
        kind=said.kind,
        removal_class=said.removal_class,
        wrong=said.wrong,
        source_url=said.source_url,
        contact=said.contact,
        language=said.language,
        token=ticket.nonce,
        due_on=due if is_removal else None,
    )


def same_or_spent(before: Report, said: Said) -> Report:
    typed = (before.kind, before.removal_class, before.wrong, before.source_url, before.contact)
    again = (said.kind, said.removal_class, said.wrong, said.source_url, said.contact)
    if typed != again:
        raise Spent
    return before


def salt_of_today(now: datetime) -> SenderSalt:
    """Held until the transaction ends, so that two reports at once are counted one by one."""
    today = timezone.localdate(now)
    forget_senders(now)
    SenderSalt.objects.get_or_create(day=today)
    return SenderSalt.objects.select_for_update().get(day=today)


def forget_senders(now: datetime) -> None:
    """Past days go with their secret: what is left of them anywhere can be traced to nobody."""
    SenderSalt.objects.filter(day__lt=timezone.localdate(now)).delete()


def hashed(salt: SenderSalt, client: str) -> str:
    return hmac.new(bytes.fromhex(salt.salt), client.encode(), hashlib.sha256).hexdigest()


def check(sender: ReportSender, limit: int) -> None:
    """Raise ``TooMany`` when ``limit`` reports came from this client within the hour."""
    lately = ReportSender.objects.filter(
        client=sender.client, sent_at__gt=sender.sent_at - WINDOW
    ).order_by("-sent_at")
    # The oldest of those that fill the limit: when its hour is over, one more may be sent.
    oldest = lately.values_list("sent_at", flat=True)[limit - 1 : limit].first()
    if oldest is not None:
        left = oldest + WINDOW - sender.sent_at
        raise TooMany(max(1, -(-left // timedelta(seconds=1))))
