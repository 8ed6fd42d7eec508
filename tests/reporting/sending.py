"""Sending a report as a browser does: the form is opened, read for a while, filled in and sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

import time_machine
from django.test import Client

NOON = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
TYPED = {
    "about": "correction",
    "wrong": "The release says 120.",
    "source": "https://example.org/release",
    "contact": "reader@example.org",
}
# An address that could be anybody's; those kept for examples count as private.
READER = "9.9.9.9"


@contextmanager
def at_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def opened(client: Client, address: str, **headers: Any) -> dict[str, str]:
    """What a browser would send of the form: its hidden field."""
    response: Any = client.get(address, **headers)
    return {"ticket": ticket_in(response), "homepage": ""}


def ticket_in(response: Any) -> str:
    [found] = re.findall(r'name="ticket" value="([^"]*)"', response.content.decode())
    return unescape(found)


def post(client: Client, address: str, data: dict[str, str], **extra: Any) -> Any:
    """As browsers send it: line breaks of two characters, address-encoded."""
    lines = {name: value.replace("\n", "\r\n") for name, value in data.items()}
    return client.post(
        address,
        urlencode(lines),
        content_type="application/x-www-form-urlencoded",
        **{"REMOTE_ADDR": READER, **extra},
    )


def send(
    client: Client,
    clock: time_machine.Traveller,
    address: str,
    extra: dict[str, Any] | None = None,
    **typed: str,
) -> Any:
    """The whole way, at the pace of a person."""
    form = opened(client, address)
    clock.shift(20)
    return post(client, address, {**form, **TYPED, **typed}, **(extra or {}))
