"""Readers send at the same moment: nothing is stored twice, and no limit is passed by haste."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from operations.models import Report, SenderSalt
from tests.factories import published

from .sending import TYPED, opened, post

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor == 'sqlite'", reason="SQLite lets one writer in at a time anyhow"
    ),
]
FORM = "/operations/raid/report/"
MANY = 6


@pytest.fixture(autouse=True)
def raid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("operations.reporting.ticket.LEAST", timedelta(0))
    published("raid")


def at_once(send: Callable[[], int]) -> Counter[int]:
    """What each of several readers got who pressed the button together."""
    together, answers = threading.Barrier(MANY), Counter[int]()

    def press() -> None:
        try:
            together.wait(10)
            answers[send()] += 1
        finally:
            connection.close()

    readers = [threading.Thread(target=press) for _ in range(MANY)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    return answers


def test_one_form_that_is_sent_at_once_makes_one_report(client: Client) -> None:
    form = opened(client, FORM)
    assert at_once(lambda: int(post(Client(), FORM, {**form, **TYPED}).status_code)) == {303: MANY}
    assert Report.objects.count() == 1


def test_the_limit_holds_however_fast_one_sends(settings: Settings) -> None:
    settings.REPORTS_AN_HOUR = 2

    def send() -> int:
        reader = Client()
        return int(post(reader, FORM, {**opened(reader, FORM), **TYPED}).status_code)

    assert at_once(send) == {303: 2, 429: MANY - 2}
    assert Report.objects.count() == 2
    assert SenderSalt.objects.count() == 1
