"""Requests for removal in public: how many were answered, by year and class, and no more."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from tests.factories import published, report
from tests.pages.addresses import public_addresses
from tests.pages.reading import read

pytestmark = pytest.mark.django_db


def rows(client: Client) -> list[list[str]]:
    page = client.get("/about/").text
    found = re.search(r'<table class="removals">.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    return (
        [
            re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            for row in found[1].split("</tr>")
            if row.strip()
        ]
        if found
        else []
    )


def answered(state: str, removal_class: str, year: int = 2026) -> None:
    # Late on the last day in Greenwich is the new year in Hong Kong.
    with time_machine.travel(datetime(year - 1, 12, 31, 17, tzinfo=UTC)):
        report(published(), kind="removal", removal_class=removal_class, state=state)


def test_there_is_nothing_to_tell_at_first(client: Client) -> None:
    assert "No request for removal has been answered yet." in read(client, "/about/")


def test_answered_requests_are_counted_by_year_and_class(client: Client) -> None:
    for state, removal_class, year in (
        ("accepted", "privacy", 2026),
        ("accepted", "privacy", 2026),
        ("declined", "privacy", 2026),
        ("declined", "legal", 2026),
        ("accepted", "other", 2025),
        # Neither tells of a removal.
        ("open", "privacy", 2026),
        ("in_work", "legal", 2025),
        ("duplicate", "other", 2026),
    ):
        answered(state, removal_class, year)
    report(published(), state="accepted")
    assert rows(client) == [
        ["2026", "it could identify or harm somebody", "2", "1"],
        ["2026", "a law or a court forbids it", "0", "1"],
        ["2025", "another reason", "1", "0"],
    ]


def test_what_readers_type_is_in_no_public_byte(client: Client) -> None:
    made = published("one")
    typed = {
        "wrong": "SecretText",
        "source_url": "https://secret.example/",
        "contact": "secret@example.org",
        "answer": "SecretAnswer",
    }
    report(made, kind="removal", removal_class="privacy", figure="one.1", **typed)
    done = report(made, kind="removal", removal_class="legal", state="accepted", **typed)
    addresses = [*public_addresses("one"), "/operations/one/report/", "/api/operations/one/"]
    for address in addresses:
        body = client.get(address).getvalue()
        assert b"ecret" not in body, address
        assert done.reference.encode() not in body, address
