"""Robots, turns, an honest name, no cookies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operations.codes import Outcome
from operations.sources.fetching.rate import Turns

from .servers import QUICK, Outside, Server, closing, dripping, flooding, redirect, response

PAGE = "http://news.example/page"


@pytest.fixture(autouse=True)
def page(server: Server) -> None:
    server.pages["/page"] = response("<p>x", Set_Cookie="id=1")


def robots(text: str) -> bytes:
    return response(text, Content_Type="text/plain")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("User-agent: *\nDisallow: /", Outcome.ROBOTS),
        ("User-agent: *\nDisallow: /p*e$", Outcome.ROBOTS),
        ("User-agent: *\nDisallow: /\n\nUser-agent: EnforcementOperationTracker\nAllow: /", None),
        ("User-agent: EnforcementOperationTracker\nDisallow: /", Outcome.ROBOTS),
        ("User-agent: *\nDisallow: /other", None),
        ("User-agent: other\nDisallow: /", None),
        ("<html>This is not a robots file", None),
        ("", None),
    ],
)
def test_robots_are_respected(
    outside: Outside, server: Server, text: str, outcome: Outcome | None
) -> None:
    server.robots = robots(text)
    assert outside.fetcher().fetch(PAGE).outcome == (outcome or Outcome.READ)
    assert server.hits == ([] if outcome else ["/page"])


@pytest.mark.parametrize("status", ["500 No", "503 Later", "429 Slow"])
def test_a_site_that_cannot_say_is_not_read(outside: Outside, server: Server, status: str) -> None:
    server.robots = response(status=status)
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.ROBOTS_UNKNOWN
    assert server.hits == []


@pytest.mark.parametrize("status", ["401 No", "403 No", "404 No", "410 No"])
def test_a_site_without_rules_forbids_nothing(
    outside: Outside, server: Server, status: str
) -> None:
    server.robots = response(status=status)
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.READ


def test_robots_of_ten_gigabytes_are_read_as_far_as_needed(
    outside: Outside, server: Server
) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /page\n"
    server.robots = flooding(head, b"# more\n" * 9000, 200_000)
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.ROBOTS


def test_robots_that_drip_end_with_their_time(outside: Outside, server: Server) -> None:
    server.robots = dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"#")
    limits = replace(QUICK, robots_seconds=0.5)
    assert outside.fetcher(limits).fetch(PAGE).outcome == Outcome.TOO_SLOW
    assert server.hits == []


def test_robots_that_break_off_are_the_outcome_of_the_page(
    outside: Outside, server: Server
) -> None:
    server.robots = closing()
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.BROKEN


def test_robots_that_redirect_in_a_circle_forbid_nothing(outside: Outside, server: Server) -> None:
    server.robots = redirect("/robots.txt")
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.READ


def test_the_site_that_a_redirect_leads_to_is_asked_for_its_own_rules(
    outside: Outside, server: Server
) -> None:
    server.robots = robots("User-agent: *\nDisallow: /closed")
    server.pages["/page"] = redirect("/closed")
    assert outside.fetcher().fetch(PAGE).outcome == Outcome.ROBOTS
    assert server.hits == ["/page"]


def test_rules_are_asked_for_once_a_day(outside: Outside, server: Server) -> None:
    fetcher = outside.fetcher()
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    assert server.connections == 3


def test_who_asks_is_said_and_nothing_is_remembered(outside: Outside, server: Server) -> None:
    fetcher = outside.fetcher()
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    for request in server.requests:
        assert "User-Agent: EnforcementOperationTracker/1.0 (+http://testserver/about/)" in request
        assert "cookie" not in request.lower()
        assert "referer" not in request.lower()


def test_requests_to_one_host_take_turns(outside: Outside, server: Server) -> None:
    slept: list[float] = []
    turns = Turns(now=lambda: 100.0 + sum(slept), sleep=slept.append)
    fetcher = outside.fetcher(replace(QUICK, host_interval_seconds=3), turns)
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    # robots.txt at once, then the page, then the page again.
    assert slept == [3, 3]


def test_a_delay_that_the_site_asks_for_is_kept_up_to_a_limit(
    outside: Outside, server: Server
) -> None:
    slept: list[float] = []
    turns = Turns(now=lambda: 100.0 + sum(slept), sleep=slept.append)
    server.robots = robots("User-agent: *\nCrawl-delay: 9000")
    fetcher = outside.fetcher(replace(QUICK, longest_crawl_delay=7), turns)
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    assert slept == [7]


def test_other_hosts_do_not_wait() -> None:
    slept: list[float] = []
    turns = Turns(now=lambda: 5.0, sleep=slept.append)
    assert (turns.wait("a.example", 9), turns.wait("b.example", 9)) == (0, 0)
    assert slept == []
