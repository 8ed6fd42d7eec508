"""Where a visitor comes from: only our own proxy is believed, and only its own word."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from tests.accounts.desk import log_in, staff
from tracker.addresses import client_address


@pytest.mark.parametrize(
    ("header", "sent", "found"),
    [
        ("", {}, "127.0.0.1"),
        ("", {"X-Forwarded-For": "198.51.100.7"}, "127.0.0.1"),
        ("", {"X-Real-IP": "198.51.100.7", "Forwarded": "for=198.51.100.7"}, "127.0.0.1"),
        ("X-Forwarded-For", {"X-Forwarded-For": "198.51.100.7"}, "198.51.100.7"),
        ("X-Forwarded-For", {"X-Forwarded-For": "10.0.0.1, 198.51.100.7"}, "198.51.100.7"),
        ("X-Forwarded-For", {"X-Real-IP": "198.51.100.7"}, "127.0.0.1"),
        ("X-Real-IP", {"X-Real-IP": "198.51.100.7"}, "198.51.100.7"),
        ("X-Real-IP", {"X-Real-IP": "nonsense"}, "127.0.0.1"),
        ("X-Real-IP", {"X-Real-IP": ""}, "127.0.0.1"),
        ("X-Real-IP", {"X-Real-IP": "2001:db8:1:2:aaaa::1"}, "2001:db8:1:2::"),
        ("X-Real-IP", {"X-Real-IP": "2001:db8:1:2:bbbb::2"}, "2001:db8:1:2::"),
        ("X-Real-IP", {"X-Real-IP": "::ffff:198.51.100.7"}, "198.51.100.7"),
        ("X-Real-IP", {"X-Real-IP": "fe80::1%eth0"}, "fe80::"),
    ],
)
def test_the_address_is_what_our_proxy_says(
    settings: Any, header: str, sent: dict[str, str], found: str
) -> None:
    settings.CLIENT_ADDRESS_HEADER = header
    assert client_address(RequestFactory().get("/", headers=sent)) == found


def test_a_socket_without_addresses_has_none() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None


@pytest.mark.django_db
def test_nobody_gets_out_of_a_lock_by_inventing_an_address() -> None:
    staff()
    codes = [
        log_in(Client(headers={"x-forwarded-for": f"198.51.100.{n}"}), "eve", "wrong").status_code
        for n in range(5)
    ]
    assert codes == [200] * 4 + [429]


@pytest.mark.django_db
def test_behind_our_proxy_people_are_told_apart(settings: Any) -> None:
    settings.CLIENT_ADDRESS_HEADER = "X-Forwarded-For"
    staff()
    for n in range(5):
        invented = Client(headers={"x-forwarded-for": f"192.0.2.{n}, 198.51.100.1"})
        last = log_in(invented, "eve", "wrong")
    assert last.status_code == 429
    assert log_in(Client(headers={"x-forwarded-for": "198.51.100.2"}), "eve").status_code == 302
