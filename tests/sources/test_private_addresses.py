"""No address, redirect or answer of the name service leads into a private network.

A server listens at the private number and counts: the count must stay at nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address

import pytest

from operations.codes import Outcome
from operations.sources.fetching.addresses import is_public
from operations.sources.fetching.limits import Limits

from .servers import QUICK, Outside, Server, listening, redirect, response

INSIDE = (
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104 - refused
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.0.170",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "fe80::1",
    "fe80::1%1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "3fff::1",
)


@pytest.fixture
def private() -> Iterator[Server]:
    """What must never be reached."""
    with listening() as served:
        served.pages["/"] = response("<p>secret")
        yield served


def limits(*servers: Server) -> Limits:
    return replace(QUICK, ports=frozenset({80, 443, *(each.port for each in servers)}))


@pytest.mark.parametrize("number", INSIDE)
def test_a_private_number_is_not_public(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "5.39.217.76", "2606:4700::1111"])
def test_a_public_number_is_public(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize("number", INSIDE)
def test_a_name_that_resolves_inside_is_not_contacted(
    outside: Outside, private: Server, number: str
) -> None:
    outside.names["trap.example"] = [[number]]
    found = outside.fetcher(limits(private)).fetch(f"http://trap.example:{private.port}/")
    assert found.outcome == Outcome.NOT_PUBLIC
    assert (outside.connected, private.connections) == ([], 0)


def test_one_private_number_among_public_ones_is_enough(outside: Outside, private: Server) -> None:
    outside.names["trap.example"] = [["93.184.216.34", "127.0.0.1"]]
    found = outside.fetcher(limits(private)).fetch(f"http://trap.example:{private.port}/")
    assert found.outcome == Outcome.NOT_PUBLIC
    assert (outside.connected, private.connections) == ([], 0)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "127.000.000.001",
        "１２７.０.０.１",
        "①②⑦.⓪.⓪.①",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:0:0:1]",
        "[64:ff9b::127.0.0.1]",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "printer.local",
        "intranet",
    ],
)
def test_no_spelling_of_a_private_host_gets_through(
    outside: Outside, private: Server, host: str
) -> None:
    outside.names["localhost"] = outside.names["intranet"] = [["127.0.0.1"]]
    found = outside.fetcher(limits(private)).fetch(f"http://{host}:{private.port}/")
    assert found.outcome in (Outcome.NOT_PUBLIC, Outcome.BAD_ADDRESS)
    assert (outside.connected, private.connections) == ([], 0)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "trap.example", "[::ffff:127.0.0.1]", "2130706433", "localhost"]
)
@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Temp", "308 Perm"])
def test_a_redirect_inside_is_not_followed(
    outside: Outside, server: Server, private: Server, host: str, status: str
) -> None:
    outside.names["trap.example"] = [["127.0.0.1"]]
    server.pages["/"] = redirect(f"http://{host}:{private.port}/", status)
    found = outside.fetcher(limits(private)).fetch("http://news.example/")
    assert found.outcome in (Outcome.NOT_PUBLIC, Outcome.BAD_ADDRESS)
    assert set(outside.connected) == {"93.184.216.34"}
    assert (server.hits, private.connections) == (["/"], 0)


def test_robots_do_not_lead_inside_either(
    outside: Outside, server: Server, private: Server
) -> None:
    server.robots = redirect(f"http://127.0.0.1:{private.port}/")
    found = outside.fetcher(limits(private)).fetch("http://news.example/")
    assert found.outcome == Outcome.NOT_PUBLIC
    assert (server.hits, private.connections) == ([], 0)


def test_a_name_that_changes_its_answer_is_asked_and_checked_for_each_connection(
    outside: Outside, server: Server, private: Server
) -> None:
    """Rebinding: public for robots.txt, private for the page."""
    outside.names["trap.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    outside.servers["93.184.216.34"] = server
    found = outside.fetcher(limits(private)).fetch(f"http://trap.example:{private.port}/")
    assert found.outcome == Outcome.NOT_PUBLIC
    assert outside.looked_up == ["trap.example", "trap.example"]
    assert outside.connected == ["93.184.216.34"]
    assert private.connections == 0


def test_the_number_checked_is_the_number_connected_to(outside: Outside, server: Server) -> None:
    server.pages["/"] = response("<p>x")
    outside.fetcher().fetch("http://news.example/")
    # Once for robots.txt and once for the page, and no look-up between check and connection.
    assert outside.looked_up == ["news.example"] * 2
    assert outside.connected == ["93.184.216.34"] * 2
    assert "\r\nHost: news.example\r\n" in server.requests[0]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "gopher://news.example/",
        "javascript:alert(1)",
        "//news.example/",
        "news.example/page",
        "",
        "http://",
        "http:///page",
        "http://user@news.example/",
        "http://user:secret@news.example/",
        "http://@news.example/",
        "http://news.example:22/",
        "http://news.example:99999/",
        "http://news.example:x/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example/\r\nHost: other",
        "http://news .example/",
        "http://[::1/",
        "http://-bad.example/",
        "http://a..example/",
        "http://news.example/" + "x" * 2000,
        "http://ex\u00adample/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused_in_words(outside: Outside, url: str) -> None:
    found = outside.fetcher().fetch(url)
    assert found.outcome == Outcome.BAD_ADDRESS
    assert found.detail
    assert (outside.looked_up, outside.connected) == ([], [])


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://news.example/", "http://news.example:25/"]
)
def test_a_redirect_to_another_scheme_or_port_is_not_followed(
    outside: Outside, server: Server, to: str
) -> None:
    server.pages["/"] = redirect(to)
    assert outside.fetcher().fetch("http://news.example/").outcome == Outcome.BAD_ADDRESS


def test_a_name_in_another_script_is_asked_for_as_the_name_service_knows_it(
    outside: Outside, server: Server
) -> None:
    outside.stand_in("xn--j6w193g.example", "93.184.216.34", server)
    server.pages["/"] = response("<p>x")
    assert outside.fetcher().fetch("http://香港.example./").outcome == Outcome.READ
    assert "\r\nHost: xn--j6w193g.example\r\n" in server.requests[0]


def test_no_proxy_of_the_environment_is_asked(
    outside: Outside, server: Server, private: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{private.port}")
    server.pages["/"] = response("<p>x")
    assert outside.fetcher().fetch("http://news.example/").outcome == Outcome.READ
    assert private.connections == 0
