"""What readers typed is kept as long as the form says, and not a day longer."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from operations.models import Report, ReportSender, SenderSalt
from operations.reporting import purge_reports
from tests.factories import published, report
from tests.pages.reading import read

from .sending import send

pytestmark = pytest.mark.django_db

Clock = time_machine.Traveller
TYPED = {"wrong": "Text", "source_url": "https://example.org/x", "contact": "a@example.org"}
CLOSED = ("accepted", "declined", "duplicate")


def made(state: str, **values: Any) -> Report:
    return report(published(), state=state, answer="Answer", **{**TYPED, **values})


def purged_after(days: int) -> int:
    return purge_reports(timezone.now() + timedelta(days=days))


def kept(of: Report) -> tuple[str, ...]:
    of.refresh_from_db()
    return (of.contact, of.wrong, of.source_url, of.answer)


@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_report_loses_first_its_contact_and_then_its_text(
    clock: Clock, state: str
) -> None:
    one = made(state)
    whole = kept(one)
    assert purged_after(29) == 0
    assert kept(one) == whole
    assert purged_after(30) == 1
    assert kept(one) == ("", *whole[1:])
    assert purged_after(364) == 0
    assert purged_after(365) == 1
    assert kept(one) == ("", "", "", "")
    assert purged_after(400) == 0


@pytest.mark.parametrize("state", ["open", "in_work"])
def test_a_report_that_nobody_closes_keeps_nothing_for_ever_either(
    clock: Clock, state: str
) -> None:
    one = made(state)
    assert purged_after(179) == 0
    assert purged_after(180) == 1
    assert kept(one)[:2] == ("", "Text")
    assert purged_after(180 + 364) == 0
    assert purged_after(180 + 365) == 1
    assert kept(one) == ("", "", "", "")


def test_what_was_asked_and_what_became_of_it_stays(clock: Clock) -> None:
    one = made("declined", kind="removal", removal_class="legal")
    purged_after(400)
    one.refresh_from_db()
    assert (one.kind, one.removal_class, one.state) == ("removal", "legal", "declined")
    assert one.contact_purged_at == one.text_purged_at == timezone.now() + timedelta(days=400)


def test_a_report_opened_again_waits_again(clock: Clock) -> None:
    one = made("declined")
    one.state = "open"
    one.save()
    assert one.closed_at is None
    assert purged_after(30) == 0


def test_the_times_are_settings_and_the_form_says_them(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.REPORT_CONTACT_DAYS, settings.REPORT_TEXT_DAYS = 1, 2
    settings.REPORT_OPEN_DAYS, settings.REPORT_REMOVAL_DAYS = 3, 1
    published("raid")
    words = read(client, "/operations/raid/report/")
    assert "deleted 1 day after the report is closed, and at the latest 3 days after" in words
    assert "deleted 2 days after the report is closed" in words
    assert "answered within 1 day." in words
    assert "answered within 1 day." in read(client, "/about/")
    one = made("open")
    assert purged_after(2) == 0
    assert purged_after(3) == 1
    assert kept(one)[:2] == ("", "Text")


def test_the_command_deletes_what_is_due_and_says_how_much(clock: Clock, client: Client) -> None:
    published("raid")
    send(client, clock, "/operations/raid/report/")
    made("declined")
    said = StringIO()
    clock.shift(31 * 24 * 3600)
    call_command("purge_reports", stdout=said)
    assert re.findall(r"\d+", said.getvalue()) == ["1"]
    # Hashes of clients go with their day, whether or not anybody reports again.
    assert not ReportSender.objects.exists()
    assert not SenderSalt.objects.exists()
    assert isinstance(Report.objects.get(contact="").contact_purged_at, datetime)
