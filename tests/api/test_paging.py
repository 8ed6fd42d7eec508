"""Cursor pages: whole, in order, and steady while the record changes."""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from operations import publishing
from operations.models import Operation
from tests import factories
from tests.api.ask import ids, read, refusal, walk, walked_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def eleven() -> list[str]:
    """Ids in the order of the list: five years with two operations each, and one undated."""
    for year in range(2019, 2024):
        factories.published(f"b-{year}", edtf=f"{year}-03-01", arrested=None)
        factories.published(f"a-{year}", edtf=f"{year}-03-01", arrested=None)
    factories.published("undated", arrested=None)
    dated = [f"{letter}-{year}" for year in range(2023, 2018, -1) for letter in "ab"]
    return [*dated, "undated"]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 10, 11, 12, 100])
def test_a_walk_meets_every_operation_once_in_order(eleven: list[str], limit: int) -> None:
    assert walked_ids(f"/api/operations/?limit={limit}") == eleven


@pytest.mark.parametrize("limit", [1, 3, 4])
def test_a_walk_backwards_meets_the_same_pages(eleven: list[str], limit: int) -> None:
    pages = list(walk(f"/api/operations/?sort=date&limit={limit}"))
    back = list(walk(pages[-1]["previous"], way="previous"))
    assert [page["results"] for page in back] == [page["results"] for page in pages[-2::-1]]
    assert pages[0]["previous"] is None
    assert back[0]["next"] is not None


def test_there_are_25_to_a_page_and_at_most_100(eleven: list[str]) -> None:
    for number in range(20):
        factories.published(f"more-{number}", arrested=None)
    page = read("/api/operations/")
    assert (len(page["results"]), page["count"]) == (25, 31)
    assert len(read("/api/operations/?limit=100")["results"]) == 31


def test_the_addresses_keep_every_parameter_and_change_only_the_cursor(eleven: list[str]) -> None:
    page = read("/api/operations/?year=2021&year=2022&limit=3&fields=id&sort=date")
    assert page["count"] == 4
    parts = urlsplit(page["next"])
    assert (parts.netloc, parts.path) == ("testserver", "/api/operations/")
    query = parse_qs(parts.query)
    assert query.pop("cursor")
    assert query == {
        "year": ["2021", "2022"],
        "limit": ["3"],
        "fields": ["id"],
        "sort": ["date"],
    }
    following = read(page["next"])
    assert following["results"] == [{"id": "b-2022"}]
    assert following["next"] is None


def test_what_is_published_during_a_walk_shifts_nothing(eleven: list[str]) -> None:
    first = read("/api/operations/?limit=4")
    factories.published("a-first-of-all", edtf="2025", arrested=None)
    factories.published("a-2022-too", edtf="2022-03-01", arrested=None)
    rest = [result["id"] for page in walk(first["next"]) for result in page["results"]]
    seen = [result["id"] for result in first["results"]] + rest
    assert seen == eleven


def test_what_is_published_ahead_of_a_walk_is_met(eleven: list[str]) -> None:
    first = read("/api/operations/?limit=4")
    factories.published("a-2020-too", edtf="2020-03-01", arrested=None)
    rest = [result["id"] for page in walk(first["next"]) for result in page["results"]]
    assert rest.count("a-2020-too") == 1
    assert [code for code in rest if code != "a-2020-too"] == eleven[4:]


def test_withdrawing_the_row_that_a_cursor_names_loses_nothing(eleven: list[str]) -> None:
    first = read("/api/operations/?limit=4")
    last_seen = Operation.objects.get(code=first["results"][-1]["id"])
    publishing.withdraw(last_seen, by=None, withdrawal_class="duplicate", reason="Twice.")
    rest = [result["id"] for page in walk(first["next"]) for result in page["results"]]
    assert rest == eleven[4:]


def test_count_is_of_the_whole_list_and_can_be_left_out(eleven: list[str]) -> None:
    first = read("/api/operations/?limit=4")
    assert first["count"] == read(first["next"])["count"] == 11
    assert read("/api/operations/?limit=4&count=yes")["count"] == 11
    uncounted = read("/api/operations/?limit=4&count=no")
    assert uncounted["count"] is None
    assert uncounted["results"] == first["results"]


@pytest.mark.parametrize(
    "limit", ["0", "-1", "abc", "101", "1.5", "1" + "0" * 30, "%20", "²", "1&limit=2"]
)
def test_a_limit_that_is_none_is_refused(limit: str) -> None:
    (error,) = refusal(f"/api/operations/?limit={limit}")
    assert error["parameter"] == "limit"
    assert error["expected"] in ("a whole number from 1 to 100", "one value, given once")


def packed(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "page2",
        "%00",
        "雷霆",
        "a" * 201,
        packed(),
        packed("-date", ">"),
        packed("-date", ">", "0", "2023-01-01"),
        packed("-date", ">", "0", "2023-02-31", "alpha"),
        packed("-date", ">", "2", "2023-01-01", "alpha"),
        packed("-date", ">", "0", "2023-01-01", "al\x00pha"),
        packed("-date", ">", "0", "2023-01-01", "alpha", "beta"),
        packed("-date", ">", 0, "2023-01-01", "alpha"),
        packed("-date", ">", [], {}, None),
        packed("-date", "?", "0", "2023-01-01", "alpha"),
        packed("date", ">", "0", "2023-01-01", "alpha"),
        packed("-date", ">", "0", "2023-01-01", "alpha").upper(),
        base64.urlsafe_b64encode(b"17").decode(),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        base64.urlsafe_b64encode(b"[" * 140).decode(),
    ],
)
def test_a_broken_cursor_is_refused_and_never_read_as_the_first_page(cursor: str) -> None:
    factories.published("alpha", edtf="2023")
    (error,) = refusal(f"/api/operations/?cursor={cursor}")
    assert error["parameter"] == "cursor"


def test_a_cursor_belongs_to_its_sort(eleven: list[str]) -> None:
    page = read("/api/operations/?limit=4")
    (error,) = refusal(page["next"] + "&sort=date")
    assert error["parameter"] == "cursor"
    assert error["expected"] == "the cursor of an address under “next” or “previous”"


def test_the_past_is_walked_as_it_was(eleven: list[str]) -> None:
    assert walked_ids("/api/operations/?as_of=2100&limit=3") == eleven
    assert ids("/api/operations/?as_of=2001") == []
