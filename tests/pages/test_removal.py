"""A request for removal: from the page that says how to ask, to the text being gone."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from operations import publishing
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/operations/raid/",
    "/operations/raid.json",
    "/operations/raid/editions/1/",
    "/operations/raid/editions/1.json",
    "/operations/raid/ledger.json",
    "/api/operations/raid/",
)
LISTS = ("/", "/operations/", "/operations.json", "/figures.json", "/corrections/", "/api/figures/")


def test_about_says_whom_to_write_to(client: Client, settings: Settings) -> None:
    settings.CONTACT = "mailto:editors@example.org"

    assert '<a href="mailto:editors@example.org">' in client.get("/about/").content.decode()


def test_a_removal_that_was_asked_for_is_done_by_redaction(client: Client) -> None:
    raid = factories.published("raid", name_en="Harmful words", summary_en="Harmful words again")
    assert all(client.get(address).status_code == 200 for address in ADDRESSES)

    publishing.redact(raid, by=None, withdrawal_class="privacy", reason="Asked for by a reader")

    assert [client.get(address).status_code for address in ADDRESSES] == [410] * len(ADDRESSES)
    for address in (*ADDRESSES, *LISTS):
        answer = client.get(address)
        text = b"".join(answer) if answer.streaming else answer.content
        assert b"Harmful" not in text, address
    assert list(publishing.verify()) == []
