"""Dates as bars on the year in which they began."""

from __future__ import annotations

from datetime import date

import pytest

from operations.charts.dates import TAIL, at, bars
from operations.charts.model import Bar, Ink
from operations.dates import parse

TODAY = date(2026, 7, 1)


def drawn(edtf: str) -> tuple[Bar, ...]:
    return bars(parse(edtf), TODAY)


def day(text: str) -> float:
    given = date.fromisoformat(text)
    return at(given, given.year)


def test_an_undated_operation_is_not_drawn() -> None:
    assert drawn("") == ()


def test_stated_days_are_solid_from_the_first_to_the_last() -> None:
    assert drawn("2023-06-12/2023-09-21") == (Bar(day("2023-06-12"), day("2023-09-22")),)
    assert drawn("2023-12-31") == (Bar(day("2023-12-31"), 1.0),)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [("2023-06", "2023-06-01", "2023-07-01"), ("2023-22", "2023-06-01", "2023-09-01")],
)
def test_a_month_or_a_season_is_hatched_from_end_to_end(edtf: str, start: str, end: str) -> None:
    assert drawn(edtf) == (Bar(day(start), day(end), Ink.HATCHED),)


def test_a_year_is_hatched_whole() -> None:
    assert drawn("2017") == (Bar(0.0, 1.0, Ink.HATCHED),)


def test_between_two_months_only_the_middle_is_certain() -> None:
    assert drawn("2024-02/2024-05-10") == (
        Bar(day("2024-02-01"), day("2024-02-29"), Ink.HATCHED),
        Bar(day("2024-02-29"), day("2024-05-11")),
    )


def test_a_month_that_holds_the_stated_end_is_all_only_possible() -> None:
    assert drawn("2020-01/2020-01-21") == (Bar(0.0, day("2020-01-22"), Ink.HATCHED),)


@pytest.mark.parametrize("edtf", ["2023-06-12?", "2023-06-12~", "2023-06-12?/2023-06-14"])
def test_a_doubtful_date_is_hatched(edtf: str) -> None:
    assert {bar.ink for bar in drawn(edtf)} == {Ink.HATCHED}


def test_what_goes_on_in_later_years_runs_on() -> None:
    *_, last = drawn("2015-02-01/2017-10-31")
    assert last == Bar(day("2015-02-01"), 1.0, Ink.SOLID, runs_on=True)


def test_what_is_still_going_on_runs_on_and_is_not_drawn_into_the_future() -> None:
    assert drawn("2026-05-01/..") == (Bar(day("2026-05-01"), day("2026-07-02"), runs_on=True),)
    assert drawn("2020-05-01/..") == (Bar(day("2020-05-01"), 1.0, runs_on=True),)


def test_a_side_that_is_not_stated_is_a_dashed_tail() -> None:
    start, tail = drawn("2020-05-01/")
    assert start == Bar(day("2020-05-01"), day("2020-05-02"))
    assert tail == Bar(day("2020-05-02"), day("2020-05-02") + TAIL, Ink.DASHED)
    end, before = drawn("/2020-05-01")
    assert end == start
    assert before == Bar(day("2020-05-01") - TAIL, day("2020-05-01"), Ink.DASHED)


def test_no_bar_leaves_its_year() -> None:
    for edtf in ("/2020-01-01", "2020-12-31/", "201X", "20XX", "2020-12-31/.."):
        assert all(0 <= bar.start <= bar.end <= 1 for bar in drawn(edtf)), edtf
