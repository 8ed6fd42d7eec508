"""Over TLS the name is asked for and its certificate checked, whatever number it resolved to.

The key in ``tls/`` protects nothing: it was made for these tests.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from operations.codes import Outcome
from operations.sources.fetching import transport

from .servers import Outside, Server, response

CERTIFICATE = Path(__file__).parent / "tls" / "only-for-tests.pem"


@pytest.fixture
def trusted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server has a certificate for ``news.example`` from an authority that is trusted."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr(transport, "certificates", lambda: context)


@pytest.fixture(autouse=True)
def tls(server: Server) -> None:
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.tls.load_cert_chain(CERTIFICATE)
    server.tls.sni_callback = lambda _line, name, _context: server.names.append(name)
    server.pages["/"] = response("<p>x")


@pytest.mark.usefixtures("trusted")
def test_the_name_is_asked_for_and_its_certificate_holds(outside: Outside, server: Server) -> None:
    assert outside.fetcher().fetch("https://news.example/").outcome == Outcome.READ
    assert server.names == ["news.example"] * 2
    assert outside.connected == ["93.184.216.34"] * 2


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_name_does_not_hold(outside: Outside, server: Server) -> None:
    outside.stand_in("other.example", "93.184.216.35", server)
    found = outside.fetcher().fetch("https://other.example/")
    assert found.outcome == Outcome.BAD_CERTIFICATE
    assert "other.example" in found.detail
    assert server.hits == []


def test_a_certificate_of_nobody_known_does_not_hold(outside: Outside, server: Server) -> None:
    found = outside.fetcher().fetch("https://news.example/")
    assert (found.outcome, found.detail) == (Outcome.BAD_CERTIFICATE, "self-signed certificate")
    assert server.hits == []
