"""Servers that mean harm, or are broken: each ends in an outcome within its limit."""

from __future__ import annotations

import gzip
import time
import zlib
from dataclasses import replace

import pytest

from operations.codes import Outcome
from operations.sources.fetching import Fetched

from .servers import (
    QUICK,
    Answer,
    Outside,
    Server,
    closing,
    dripping,
    flooding,
    redirect,
    response,
    silent,
)

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
ADDRESS = "http://news.example/page"
TEN_GB = 10 * 1024**3


def fetched(outside: Outside, server: Server, answer: bytes | Answer) -> Fetched:
    server.pages["/page"] = answer
    return outside.fetcher().fetch(ADDRESS)


def test_a_page_is_read(outside: Outside, server: Server) -> None:
    found = fetched(outside, server, response("<html><p>Six thousand arrested."))
    assert (found.outcome, found.status, found.kind) == (Outcome.READ, 200, "text/html")
    assert found.body == b"<html><p>Six thousand arrested."
    assert (found.final, found.moved_to, found.charset) == (ADDRESS, "", "utf-8")


def test_ten_gigabytes_are_not_read_when_they_are_announced(
    outside: Outside, server: Server
) -> None:
    head = HEAD + f"Content-Length: {TEN_GB}\r\n\r\n".encode()
    found = fetched(outside, server, flooding(head, b"<p>" * 20_000, TEN_GB // 60_000))
    assert found.outcome == Outcome.TOO_LARGE
    assert found.body == b""


def test_ten_gigabytes_are_not_read_when_they_are_not_announced(
    outside: Outside, server: Server
) -> None:
    sent = flooding(HEAD + b"\r\n", b"<p>" * 20_000, TEN_GB // 60_000)
    started = time.monotonic()
    assert fetched(outside, server, sent).outcome == Outcome.TOO_LARGE
    assert time.monotonic() - started < QUICK.total_seconds


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (dripping(HEAD + b"\r\n<html>", b"x"), Outcome.TOO_SLOW),
        (dripping(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"), Outcome.TOO_SLOW),
        (dripping(CONTINUE, CONTINUE), Outcome.TOO_SLOW),
        (dripping(b"H", b"T"), Outcome.TOO_SLOW),
    ],
    ids=["body", "headers", "continue", "status"],
)
def test_a_byte_at_a_time_ends_with_the_time_allowed(
    outside: Outside, server: Server, answer: Answer, outcome: Outcome
) -> None:
    limits = replace(QUICK, total_seconds=0.7)
    server.pages["/page"] = answer
    started = time.monotonic()
    found = outside.fetcher(limits).fetch(ADDRESS)
    assert found.outcome == outcome
    assert time.monotonic() - started < 1.5


def test_a_server_that_says_nothing_times_out(outside: Outside, server: Server) -> None:
    assert fetched(outside, server, silent).outcome == Outcome.TIMED_OUT


def test_a_handshake_that_never_comes_times_out(outside: Outside, server: Server) -> None:
    server.pages["/page"] = silent
    limits = replace(QUICK, connect_seconds=0.4)
    found = outside.fetcher(limits).fetch("https://news.example/page")
    assert found.outcome == Outcome.NO_CONNECTION
    assert server.hits == []


def test_a_small_answer_that_unpacks_to_a_giant_is_stopped(
    outside: Outside, server: Server
) -> None:
    bomb = gzip.compress(b"<p>" + b"\0" * 50_000_000)
    assert len(bomb) < QUICK.body_bytes
    found = fetched(outside, server, response(bomb, Content_Encoding="gzip"))
    assert found.outcome == Outcome.BOMB


def test_a_bomb_of_many_members_is_stopped(outside: Outside, server: Server) -> None:
    bomb = gzip.compress(b"\0" * 100_000) * 50
    found = fetched(outside, server, response(bomb, Content_Encoding="gzip"))
    assert found.outcome == Outcome.BOMB


def test_a_packed_page_is_unpacked(outside: Outside, server: Server) -> None:
    packed = gzip.compress(b"<html><p>One.") + gzip.compress(b"<p>Two.")
    found = fetched(outside, server, response(packed, Content_Encoding="gzip"))
    assert (found.outcome, found.body) == (Outcome.READ, b"<html><p>One.<p>Two.")
    assert found.size == len(packed)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"<html>not packed", "gzip"),
        (gzip.compress(b"<html>" * 99)[:-12], "gzip"),
        (gzip.compress(gzip.compress(b"<html>")), "gzip, gzip"),
        (zlib.compress(b"<html>"), "br"),
    ],
    ids=["not packed", "cut", "twice", "unknown"],
)
def test_what_cannot_be_unpacked_is_broken(
    outside: Outside, server: Server, body: bytes, encoding: str
) -> None:
    found = fetched(outside, server, response(body, Content_Encoding=encoding))
    assert found.outcome == Outcome.BROKEN


def test_headers_without_end_are_stopped(outside: Outside, server: Server) -> None:
    found = fetched(outside, server, flooding(HEAD, b"X-More: " + b"y" * 500 + b"\r\n", 100_000))
    assert found.outcome == Outcome.LONG_HEADERS


def test_one_header_without_end_is_stopped(outside: Outside, server: Server) -> None:
    found = fetched(outside, server, flooding(HEAD + b"X-Long: ", b"y" * 5_000, 100_000))
    assert found.outcome == Outcome.LONG_HEADERS


@pytest.mark.parametrize(
    "answer",
    [
        closing(),
        closing(b"HTTP/1.1 200 OK\r\nContent-Le"),
        closing(HEAD + b"Content-Length: 500\r\n\r\n<html>half"),
        closing(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        closing(b"\x16\x03\x01 this is not HTTP\r\n\r\n"),
        closing(b"HTTP/1.1 abc\r\n\r\n"),
    ],
    ids=["closed", "half a header", "half a body", "bad chunk", "noise", "no status"],
)
def test_an_answer_that_breaks_off_or_makes_no_sense_is_broken(
    outside: Outside, server: Server, answer: Answer
) -> None:
    assert fetched(outside, server, answer).outcome == Outcome.BROKEN


def test_an_empty_page_is_empty(outside: Outside, server: Server) -> None:
    assert fetched(outside, server, response(" \n")).outcome == Outcome.EMPTY


def test_nothing_listens(outside: Outside) -> None:
    outside.servers.clear()
    outside.names["news.example"] = [["93.184.216.34"]]
    outside.servers["93.184.216.34"] = Server(port=1)
    assert outside.fetcher().fetch(ADDRESS).outcome == Outcome.NO_CONNECTION


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("404 Not Found", Outcome.NOT_FOUND),
        ("410 Gone", Outcome.NOT_FOUND),
        ("401 Unauthorized", Outcome.LOG_IN),
        ("402 Payment Required", Outcome.LOG_IN),
        ("403 Forbidden", Outcome.FORBIDDEN),
        ("451 Legal", Outcome.FORBIDDEN),
        ("429 Too Many", Outcome.BUSY),
        ("500 Oh no", Outcome.SERVER_ERROR),
        ("503 Later", Outcome.SERVER_ERROR),
        ("418 Teapot", Outcome.ODD_STATUS),
        ("304 Not Modified", Outcome.ODD_STATUS),
    ],
)
def test_a_status_has_its_outcome(
    outside: Outside, server: Server, status: str, outcome: Outcome
) -> None:
    found = fetched(outside, server, response("<p>sorry", status=status))
    assert (found.outcome, found.status) == (outcome, int(status[:3]))
    assert found.body == b""


def test_a_flood_behind_an_error_is_not_read(outside: Outside, server: Server) -> None:
    head = b"HTTP/1.1 500 No\r\n\r\n"
    assert fetched(outside, server, flooding(head, b"x" * 60_000, 100_000)).outcome == (
        Outcome.SERVER_ERROR
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "text/html"),
        (b"MZ\x90\0" + b"\0" * 50, "text/html"),
        (b"\0\1\2\3 noise", "text/plain"),
        (b"PK\x03\x04" + b"\0" * 50, "application/pdf"),
        (b"\xff\xd8\xff\xe0 JFIF", "image/jpeg"),
    ],
    ids=["picture", "program", "noise", "zip", "honest picture"],
)
def test_a_body_that_is_nothing_to_read_is_refused_whatever_it_is_called(
    outside: Outside, server: Server, body: bytes, said: str
) -> None:
    found = fetched(outside, server, response(body, Content_Type=said))
    assert (found.outcome, found.body) == (Outcome.WRONG_TYPE, b"")


@pytest.mark.parametrize(
    ("body", "said", "kind", "detail"),
    [
        (b"%PDF-1.7 x", "text/html", "application/pdf", "text/html → application/pdf"),
        (b"<!DOCTYPE html><p>x", "text/plain", "text/html", "text/plain → text/html"),
        (b"just words", "application/pdf", "text/plain", "application/pdf → text/plain"),
        (b"%PDF-1.7 x", "application/pdf", "application/pdf", ""),
        (b"<?xml version='1.0'?><html>", "application/xhtml+xml", "text/html", ""),
    ],
)
def test_what_a_page_is_counts_and_a_lie_is_noted(  # noqa: PLR0913, PLR0917
    outside: Outside, server: Server, body: bytes, said: str, kind: str, detail: str
) -> None:
    found = fetched(outside, server, response(body, Content_Type=said))
    assert (found.outcome, found.kind, found.detail) == (Outcome.READ, kind, detail)


def test_redirects_in_a_circle_end(outside: Outside, server: Server) -> None:
    server.pages["/a"] = redirect("/b")
    server.pages["/b"] = redirect("http://news.example/a")
    assert outside.fetcher().fetch("http://news.example/a").outcome == Outcome.LOOP
    assert server.hits == ["/a", "/b"]


def test_redirects_without_end_end(outside: Outside, server: Server) -> None:
    server.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(50)}
    assert outside.fetcher().fetch("http://news.example/0").outcome == Outcome.TOO_MANY_REDIRECTS
    assert len(server.hits) == QUICK.redirects + 1


def test_permanent_redirects_say_where_a_page_moved(outside: Outside, server: Server) -> None:
    server.pages["/a"] = redirect("/b", "301 Moved")
    server.pages["/b"] = redirect("/c", "308 Moved")
    server.pages["/c"] = redirect("/login")
    server.pages["/login"] = response("<p>here")
    found = outside.fetcher().fetch("http://news.example/a")
    assert found.moved_to == "http://news.example/c"
    assert found.final == "http://news.example/login"
    assert [each.status for each in found.exchanges] == [301, 308, 302, 200]


def test_a_fault_of_ours_is_an_outcome_too(
    outside: Outside, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fetcher = outside.fetcher()
    monkeypatch.setattr(fetcher, "follow", lambda *_: 1 / 0)
    assert fetcher.fetch(ADDRESS).outcome == Outcome.FAULT
    assert "ZeroDivisionError" in caplog.text
