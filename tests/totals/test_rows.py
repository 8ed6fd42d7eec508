"""Totals by year, term and scope, and when their rows add up."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from operations.totals import Row, Total, rows_note
from operations.totals.model import Case
from operations.totals.rows import sums
from operations.totals.rules import safe_sum

from .build import ARRESTS, IDS, case, claim, worlds

NO_TERMS: Mapping[str, list[str]] = {}


def grouped(by: str, *cases: Case, terms: Mapping[str, list[str]] = NO_TERMS) -> Total:
    whole = safe_sum(cases, ARRESTS, by_year=by == "year")
    parts = sums(cases, terms, by, ARRESTS, whole.currency)
    return Total(whole, by, tuple(Row(key, {}, part) for key, part in parts))


def values(total: Total) -> dict[str | None, int | None]:
    return {row.key: row.sum.as_dict()["value"] for row in total.rows}


def test_a_total_that_is_not_grouped_has_no_rows_and_they_add_up() -> None:
    total = Total(safe_sum([case("a", 1)], ARRESTS))
    assert (total.rows, total.rows_add_up, rows_note(total)) == ((), True, "")


def test_each_year_has_a_row_in_order_and_undated_operations_have_none() -> None:
    total = grouped(
        "year", case("a", 5), case("b", 7, year=2021), case("c", 1), case("d", 9, year=None)
    )
    assert list(values(total).items()) == [("2021", 7), ("2024", 6)]
    assert total.sum.value == 13
    assert total.rows_add_up


def test_operations_that_name_no_term_have_the_last_row() -> None:
    total = grouped("series", case("a", 5), case("b", 7), terms={"b": ["thunderbolt"]})
    assert list(values(total).items()) == [("thunderbolt", 7), (None, 5)]
    assert total.rows_add_up


def test_rows_do_not_add_up_where_an_operation_stands_in_two() -> None:
    total = grouped("place", case("a", 5), terms={"a": ["hk", "mo"]})
    assert values(total) == {"hk": 5, "mo": 5}
    assert not total.rows_add_up
    assert "several rows" in rows_note(total)


def test_standing_in_two_rows_uncounted_does_no_harm() -> None:
    total = grouped("place", case("a", 5), case("b"), terms={"a": ["hk"], "b": ["hk", "mo"]})
    assert values(total) == {"hk": 5, "mo": None}
    assert total.rows_add_up


def test_rows_do_not_add_up_where_one_row_holds_what_lies_inside_another() -> None:
    """The row of a district says what the total of that district alone says."""
    whole, part = case("whole", 4320), case("part", 114, part_of=("whole",))
    total = grouped("place", whole, part, terms={"whole": ["hk"], "part": ["hk.ytm"]})
    assert values(total) == {"hk": 4320, "hk.ytm": 114}
    assert total.sum.value == 4320
    assert not total.rows_add_up


def test_scopes_have_a_row_each_and_never_add_up() -> None:
    both = case("a", 122, claim(18, scope="vice"))
    total = grouped("scope", both, case("b", claim(38, scope="vice")))
    assert list(values(total).items()) == [("all_offences", 122), ("vice", 56)]
    assert [row.sum.matching for row in total.rows] == [2, 2]
    assert not total.rows_add_up
    assert "different quantity" in rows_note(total)


def test_rows_of_money_are_in_the_currency_of_the_whole() -> None:
    stated = [claim(9, currency="HKD"), claim(5, currency="USD")]
    total = grouped("series", *(case(id_, each) for id_, each in zip("ab", stated, strict=True)))
    assert {row.sum.currency for row in total.rows} == {"HKD"}
    dollars = grouped("year", case("a", stated[0]), case("b", stated[1], year=2021))
    assert values(dollars) == {"2021": None, "2024": 9}


@given(worlds(), st.data())
def test_a_row_says_what_the_total_of_its_operations_says(
    world: list[Case], data: st.DataObject
) -> None:
    terms = {id_: data.draw(st.lists(st.sampled_from("xyz"), unique=True)) for id_ in IDS}
    for row in grouped("place", *world, terms=terms).rows:
        own = [
            each for each in world if (row.key in terms[each.id]) or not (row.key or terms[each.id])
        ]
        assert row.sum == safe_sum(own, ARRESTS)


@given(worlds(), st.data())
def test_rows_that_add_up_do(world: list[Case], data: st.DataObject) -> None:
    terms = {id_: data.draw(st.lists(st.sampled_from("xyz"), unique=True)) for id_ in IDS}
    for by in ("year", "place", "scope"):
        total = grouped(by, *world, terms=terms)
        if total.rows_add_up:
            assert sum(row.sum.value or 0 for row in total.rows) == (total.sum.value or 0)
