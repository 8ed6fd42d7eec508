"""`check --deploy` reminds of the proxy, and is content otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.accounts.checks import whose_address_counts


@pytest.mark.parametrize(
    ("https", "header", "found"),
    [(True, "", ["accounts.I001"]), (True, "X-Forwarded-For", []), (False, "", [])],
)
def test_a_public_server_is_reminded_of_its_proxy(
    settings: Any, *, https: bool, header: str, found: list[str]
) -> None:
    settings.HTTPS, settings.CLIENT_ADDRESS_HEADER = https, header
    assert [message.id for message in whose_address_counts(None)] == found
