"""Claim keys, same claims, and grouping them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.figures import Figure, by_key, claim_key, claims, same_claim

from .build import PLAIN, figure, ids, mixtures, part, rivals


@pytest.mark.parametrize(
    "change",
    [
        {"owner": "op-2"},
        {"measure": "persons_charged"},
        {"currency": "HKD"},
        {"scope": "vice"},
        {"counted_in": "hk+cn.gd+mo"},
        {"period": "2023"},
        {"offence": "hk.200.137"},
        {"role": "customer"},
        {"sex": "male"},
        {"age_group": "minor"},
        {"residency": "mainland"},
        {"nationality": "non_ethnic_chinese"},
        {"covers": ("op-2",)},
    ],
)
def test_another_quantity_has_another_key(change: dict[str, Any]) -> None:
    assert claim_key(replace(PLAIN, **change)) != claim_key(PLAIN)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "op.2"},
        {"value": Decimal(1)},
        {"qualifier": "about"},
        {"age_from": 10, "age_to": 85},
        {"source_term": "persons"},
        {"as_at": "2021-06-18", "as_at_day": date(2021, 6, 18)},
        {"reporting_status": "interim"},
        {"rank": "preferred"},
        {"tier": 1},
        {"sources": ()},
    ],
)
def test_another_account_of_one_quantity_has_the_same_key(change: dict[str, Any]) -> None:
    assert claim_key(replace(PLAIN, **change)) == claim_key(PLAIN)


@pytest.mark.parametrize("field", ["measure", "scope"])
def test_an_other_has_no_rival(field: str) -> None:
    one, two = figure(1, **{field: "other"}), figure(2, **{field: "other"})
    assert claim_key(one) != claim_key(two)
    assert claim_key(one) == claim_key(replace(one, value=Decimal(5)))
    assert not same_claim(one, two)


def test_keys_come_in_the_order_of_their_lowest_ids() -> None:
    made = [figure(10, sex="male"), figure(3), figure(2, sex="male"), figure(1, scope="vice")]
    assert [ids(group) for group in by_key(made).values()] == [
        ["op.1"],
        ["op.2", "op.10"],
        ["op.3"],
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"value": 868},
        {"qualifier": "at_least"},
        {"reporting_status": "final"},
        {"as_at": "2021-08-31"},
        {"value": None, "value_type": "not_stated"},
        {"scope": "not_stated"},
    ],
)
def test_what_says_something_else_is_another_claim(change: dict[str, Any]) -> None:
    one = figure(1, 2320, as_at="2021-08-30")
    assert not same_claim(one, figure(2, **{"value": 2320, **change}))


def test_two_ranges_with_other_bounds_are_two_claims() -> None:
    one = figure(1, None, qualifier="range", low=Decimal(20), high=Decimal(30))
    assert not same_claim(one, replace(one, id="op.2", high=Decimal(40)))
    assert same_claim(one, replace(one, id="op.2"))


def test_silence_and_words_are_two_claims() -> None:
    silent = figure(1, None, value_type="not_stated")
    assert not same_claim(silent, figure(2, None, value_type="verbal_only"))


def test_an_unknown_as_at_matches_any() -> None:
    assert same_claim(figure(1, 2320, as_at="2021-08-30"), figure(2, 2320))


def test_trailing_zeros_make_no_other_claim() -> None:
    assert same_claim(figure(1, "6400"), figure(2, "6400.00"))


def test_several_sources_of_thunderbolt_2023_make_one_claim() -> None:
    sourced = [figure(n, 6400) for n in (1, 2, 3, 4)]
    encyclopedia = figure(5, 6400, scope="not_stated", tier=3)
    macau = figure(6, 1140, counted_in="mo", measure="persons_referred_for_prosecution")
    grouped = claims([macau, *reversed(sourced), encyclopedia])
    assert [ids(group) for group in grouped] == [
        ["op.1", "op.2", "op.3", "op.4"],
        ["op.5"],
        ["op.6"],
    ]


def test_a_figure_without_as_at_joins_the_latest() -> None:
    undated = figure(1, 18)
    earlier, later = figure(2, 18, as_at="2025-10-14"), figure(3, 18, as_at="2025-10-15")
    for given_order in ([undated, earlier, later], [later, undated, earlier]):
        assert [ids(group) for group in claims(given_order)] == [["op.1", "op.3"], ["op.2"]]


def test_an_as_at_without_a_last_day_is_earlier_than_any_day() -> None:
    ongoing = replace(figure(2, 18), as_at="2025-10-14/..")
    made = [figure(1, 18), ongoing, figure(3, 18, as_at="2025-10-15")]
    assert [ids(group) for group in claims(made)] == [["op.1", "op.3"], ["op.2"]]
    assert [ids(group) for group in claims(made[:2])] == [["op.1", "op.2"]]


def test_the_latest_is_told_by_the_day_not_by_the_text() -> None:
    october = replace(figure(2, 18), as_at="2025-10", as_at_day=date(2025, 10, 31))
    made = [figure(1, 18), october, figure(3, 18, as_at="2025-10-15")]
    assert [ids(group) for group in claims(made)] == [["op.1", "op.2"], ["op.3"]]


def test_claims_come_in_the_order_of_their_lowest_ids() -> None:
    one, three = figure(1, 18, as_at="2025-10-14"), figure(3, 18, as_at="2025-10-15")
    assert [ids(group) for group in claims([three, figure(2, 9), one])] == [
        ["op.1"],
        ["op.2"],
        ["op.3"],
    ]


def test_equal_parts_of_two_sets_stay_two_figures() -> None:
    stated = part(2, 6, sex="male", breakdown_set="stated")
    listed = part(3, 6, sex="male", breakdown_set="listed")
    elsewhere = part(4, 6, of="op.9", sex="male", breakdown_set="stated")
    assert same_claim(stated, listed)
    assert [ids(group) for group in claims([elsewhere, listed, stated])] == [
        ["op.2"],
        ["op.3"],
        ["op.4"],
    ]


@given(rivals(1), rivals(2))
def test_same_claim_is_symmetric_and_holds_of_itself(one: Figure, two: Figure) -> None:
    assert same_claim(one, two) == same_claim(two, one)
    assert same_claim(one, one)


@given(mixtures(), st.randoms(use_true_random=False))
def test_claims_hold_each_figure_once_in_any_order(made: list[Figure], random: Random) -> None:
    grouped = claims(made)
    assert sorted(ids(f for group in grouped for f in group)) == sorted(ids(made))
    assert all(same_claim(one, two) for group in grouped for one in group for two in group)
    shuffled = made[:]
    random.shuffle(shuffled)
    assert claims(shuffled) == grouped
