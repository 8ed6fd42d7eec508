"""``/api/docs/``: Swagger UI from the site's own files."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders

from tests.api.ask import send


def policy(address: str) -> dict[str, str]:
    directives = send("GET", address)["Content-Security-Policy"].split("; ")
    return {name: sources for name, _, sources in (each.partition(" ") for each in directives)}


def test_styles_are_relaxed_on_this_address_and_scripts_are_not() -> None:
    docs = policy("/api/docs/")
    assert docs.pop("style-src") == "'self' 'unsafe-inline'"
    assert docs.pop("img-src") == "'self' data:"
    assert docs["default-src"] == "'self'"
    assert "script-src" not in docs
    assert docs == policy("/api/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/", "/api/operations/", "/api/schema/", "/api/nope/"])
def test_no_other_address_gets_the_exception(address: str) -> None:
    assert "unsafe-inline" not in send("GET", address)["Content-Security-Policy"]


def test_the_page_asks_nobody_outside_and_has_no_inline_script() -> None:
    html = send("GET", "/api/docs/").content.decode()
    assert '<html lang="en">' in html
    addresses = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert len(addresses) == 4
    assert all(address.startswith("/") for address in addresses)
    assert "<style" not in html
    assert re.findall(r"<script[^>]*>([^<]*)</script>", html) == ["", ""]
    files = [address for address in addresses if address.startswith("/static/")]
    assert len(files) == 3
    assert all(finders.find(address.removeprefix("/static/")) for address in files)


def test_its_script_reads_our_schema_and_asks_no_validator() -> None:
    response = send("GET", "/api/docs/?script=")
    assert response["Content-Type"] == "application/javascript"
    script = response.content.decode()
    assert 'url: "/api/schema/"' in script
    assert '"validatorUrl": null' in script
    assert "https://" not in script


@pytest.mark.parametrize("address", ["/api/docs/", "/api/docs/?script="])
def test_its_readers_get_no_cookie_either(address: str) -> None:
    assert not send("GET", address).cookies
