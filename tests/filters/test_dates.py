"""``from``, ``to``, ``year``, ``dates`` and ``undated``."""

from __future__ import annotations

import pytest

from tests import factories
from tests.filters.ask import found

pytestmark = pytest.mark.django_db

DATES = {
    "day": "2023-06-12",
    "span": "2023-06-12/2023-09-21",
    "month": "2023-06",
    "year": "2023",
    "running": "2023-05-01/..",
    "unknown-end": "2008-09-24/",
    "unknown-start": "/2014-01-15",
    "undated": "",
}


@pytest.fixture(autouse=True)
def operations() -> None:
    for code, edtf in DATES.items():
        factories.published(code, edtf=edtf, arrested=None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", sorted(DATES)),
        ("from=2023-06-01&to=2023-06-30", ["day", "month", "running", "span", "year"]),
        ("from=2023-09-21&to=2023-09-21", ["running", "span", "year"]),
        ("from=2023-09-22&to=2023-09-22", ["running", "year"]),
        ("from=2023-06-12&to=2023-06-12", ["day", "month", "running", "span", "year"]),
        ("from=2023-06-13&to=2023-06-13", ["month", "running", "span", "year"]),
        ("to=2008-09-23", []),
        ("to=2008-09-24", ["unknown-end"]),
        ("from=2008-09-25&to=2014-01-14", []),
        ("to=2014-01-15", ["unknown-end", "unknown-start"]),
        ("from=2024", ["running"]),
        ("from=2023-12-31", ["running", "year"]),
        ("from=2099-12-31", ["running"]),
        ("to=2023-04-30&from=2023-01-01", ["year"]),
    ],
)
def test_a_period_finds_what_overlaps_it(query: str, expected: list[str]) -> None:
    assert found(query) == expected
    assert found(f"{query}&dates=overlap") == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2023-06-01&to=2023-06-30", ["day", "month"]),
        ("from=2023-06-12&to=2023-09-21", ["day", "span"]),
        ("from=2023-06-12&to=2023-09-20", ["day"]),
        ("from=2023&to=2023", ["day", "month", "span", "year"]),
        ("from=2023", ["day", "month", "running", "span", "year"]),
        ("to=2023", ["day", "month", "span", "unknown-end", "unknown-start", "year"]),
        ("year=2023", ["day", "month", "span", "year"]),
    ],
)
def test_within_finds_what_lies_inside_and_never_what_still_runs_to_a_known_end(
    query: str, expected: list[str]
) -> None:
    assert found(f"{query}&dates=within") == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("year=2023", ["day", "month", "running", "span", "year"]),
        ("year=2008", ["unknown-end"]),
        ("year=2008&year=2014", ["unknown-end", "unknown-start"]),
        ("year=2015", []),
        ("year=2025", ["running"]),
        ("year=2023&from=2023-10", ["running", "year"]),
    ],
)
def test_a_year_is_its_days_and_two_years_are_either(query: str, expected: list[str]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("from=2023-06", "from=2023-06-01"),
        ("to=2023-06", "to=2023-06-30"),
        ("to=2024-02&from=2024-02", "from=2024-02-01&to=2024-02-29"),
        ("from=2023&to=2023", "from=2023-01-01&to=2023-12-31"),
    ],
)
def test_a_month_or_year_stands_for_its_first_or_last_day(short: str, long: str) -> None:
    assert found(short) == found(long) != []


def test_undated_operations_are_listed_until_a_date_is_asked_for() -> None:
    assert "undated" in found("")
    assert "undated" not in found("from=1800")
    assert "undated" not in found("to=2100")
    assert "undated" not in found("year=2023")
    assert "undated" in found("dates=within")


def test_undated_operations_come_in_or_go_or_stay_alone_when_told_to() -> None:
    assert found("year=2008&undated=include") == ["undated", "unknown-end"]
    assert found("year=2008&undated=exclude") == ["unknown-end"]
    assert found("undated=exclude") == sorted(set(DATES) - {"undated"})
    assert found("undated=only") == ["undated"]
    assert found("undated=include") == sorted(DATES)
