"""``manage.py check_sources``: what is due, what was found, and hostile servers to the end."""

from __future__ import annotations

import gzip
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.utils import timezone

from operations.models import Archive, Source, SourceCheck
from operations.sources import archiving
from operations.sources.due import due
from tests import factories

from .articles import article
from .servers import (
    Answer,
    Outside,
    Server,
    closing,
    dripping,
    flooding,
    redirect,
    response,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def run(**options: Any) -> str:
    out = StringIO()
    call_command("check_sources", stdout=out, **options)
    return out.getvalue()


def at(path: str, code: str = "", **values: Any) -> Source:
    return factories.source(code or path.strip("/"), url=f"http://news.example{path}", **values)


def checked(source: Source, days_ago: float, **values: Any) -> None:
    made = SourceCheck.objects.create(
        source=source, url=source.url, **{"outcome": "read", "health": "live", **values}
    )
    when = timezone.now() - timedelta(days=days_ago)
    SourceCheck.objects.filter(pk=made.pk).update(made_at=when)


def codes(**options: Any) -> list[str]:
    return [source.code for source in due(**options)]


def test_it_says_what_it_found(server: Server) -> None:
    server.pages["/one"] = response(article())
    at("/one")
    at("/two")
    factories.source("paper", url="", title="A paper on paper")
    assert run().splitlines() == [
        "one: live. The page was read.",
        "two: gone. The server says that there is no such page.",
        "2 checked: 1 gone, 1 live.",
    ]
    assert run() == "Nothing was due.\n"


def test_one_source_is_checked_due_or_not(server: Server) -> None:
    server.pages["/one"] = response(article())
    checked(at("/one"), 0)
    at("/two")
    assert run(source=["one"]).startswith("one: live.")
    assert SourceCheck.objects.count() == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"source": ["nobody"]}, "There is no source “nobody”."),
        ({"source": ["paper"]}, "The source “paper” has no address."),
    ],
)
def test_what_cannot_be_checked_is_said(options: dict[str, Any], words: str) -> None:
    factories.source("paper", url="", title="A paper on paper")
    with pytest.raises(CommandError, match=words):
        run(**options)


@pytest.mark.parametrize("option", ["--limit=many", "--limit=-1", "--older-than=x"])
def test_a_number_that_is_none_is_refused(option: str) -> None:
    with pytest.raises(CommandError, match="expected a number from 0"):
        call_command("check_sources", option)


def test_where_nothing_is_fetched_it_says_so(settings: LazySettings) -> None:
    settings.FETCH_SOURCES = False
    with pytest.raises(CommandError, match="FETCH_SOURCES is off"):
        run()


def test_the_longest_waiting_come_first_and_recent_ones_not() -> None:
    for name, days in (("old", 40), ("older", 90), ("recent", 29)):
        checked(at(f"/{name}"), days)
    at("/never")
    assert codes() == ["never", "older", "old"]
    assert codes(older_than=20) == ["never", "older", "old", "recent"]
    assert codes(older_than=0) == ["never", "older", "old", "recent"]


def test_what_failed_is_due_the_next_day() -> None:
    failed = {"outcome": "timed_out", "health": "", "failure": "failed"}
    checked(at("/today"), 0.1, **failed)
    checked(at("/yesterday"), 1, **failed)
    mended = at("/mended")
    checked(mended, 2, **failed)
    checked(mended, 1)
    assert codes() == ["yesterday"]


def test_a_check_by_hand_or_of_an_old_address_does_not_count() -> None:
    checked(at("/by-hand"), 1, outcome="by_hand")
    moved = at("/moved")
    checked(moved, 1)
    Source.objects.filter(pk=moved.pk).update(url="http://news.example/new")
    assert sorted(codes()) == ["by-hand", "moved"]


def test_at_most_so_many_are_checked(server: Server) -> None:
    for number in range(3):
        at(f"/{number}")
    run(limit=2)
    assert SourceCheck.objects.count() == 2


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (flooding(HEAD, b"<p>" * 20_000, 180_000), "too_large"),
        (dripping(HEAD, b"x"), "too_slow"),
        (redirect("/hostile"), "loop"),
        (redirect("http://127.0.0.1/"), "not_public"),
        (redirect("http://169.254.169.254/latest/meta-data/"), "not_public"),
        (response(b"\x7fELF" + b"\0" * 99, Content_Type="text/html"), "wrong_type"),
        (response(status="500 No"), "server_error"),
        (response(gzip.compress(b"\0" * 10**7), Content_Encoding="gzip"), "bomb"),
        (closing(), "broken"),
    ],
    ids=["10 GB", "drip", "loop", "loopback", "metadata", "liar", "500", "bomb", "closed"],
)
def test_a_hostile_server_ends_in_a_recorded_state(
    server: Server, reading: Outside, answer: bytes | Answer, outcome: str
) -> None:
    server.pages["/hostile"] = answer
    source = at("/hostile")
    run()
    made = SourceCheck.objects.get()
    assert (made.outcome, made.health, made.failure) == (outcome, "", "failed")
    source.refresh_from_db()
    assert source.health == "not_checked"
    assert set(reading.connected) == {"93.184.216.34"}
    assert not Archive.objects.exists()


def test_copies_are_verified(server: Server) -> None:
    server.pages["/one"] = response(article())
    at("/one")
    run()
    assert run(archives=True) == "Every kept copy is there and has its hash.\n"
    path = archiving.path_of(Archive.objects.get())
    path.unlink()
    with pytest.raises(CommandError, match="cannot be read"):
        run(archives=True)
