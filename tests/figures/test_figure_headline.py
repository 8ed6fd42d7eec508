"""Which rival stands, and which leads."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.figures import (
    Figure,
    by_key,
    claim_key,
    disputes,
    headline,
    headlines,
    row_figure,
    standing,
)

from .build import figure, ids, mixtures, part, rivals


def _leads(*made: Figure) -> str | None:
    leader = headline(made)
    return leader.id if leader else None


def test_nothing_leads_among_nothing() -> None:
    assert headline([]) is None
    assert headlines([]) == {}


def test_the_final_count_of_thunderbolt_2021_leads_and_the_interim_falls() -> None:
    interim = figure(1, 868, reporting_status="interim", as_at="2021-06-18", tier=1)
    final = figure(2, 2320, reporting_status="final", as_at="2021-08-30", tier=1)
    assert _leads(interim, final) == "op.2"
    assert ids(standing([interim, final])) == ["op.2"]


def test_an_interim_count_leads_when_it_is_all_there_is() -> None:
    assert _leads(figure(1, 868, reporting_status="interim")) == "op.1"


@pytest.mark.parametrize("status", ["final", "revised", "not_stated"])
def test_an_interim_count_falls_before_any_other_even_if_later_and_official(status: str) -> None:
    interim = figure(1, 868, reporting_status="interim", as_at="2021-09-01", tier=1)
    assert _leads(interim, figure(2, 2320, reporting_status=status, tier=3)) == "op.2"


def test_a_misprint_that_is_deprecated_never_leads() -> None:
    money = {"measure": "drugs_value", "currency": "HKD", "qualifier": "at_least"}
    stated = figure(1, 6_000_000, **money)
    misprint = figure(2, 600_000_000, rank="deprecated", as_at="2021-09-01", **money)
    assert _leads(misprint, stated) == "op.1"
    assert _leads(misprint) is None


def test_a_cumulative_count_never_leads_not_even_preferred() -> None:
    cumulative = figure(1, 9000, reporting_status="cumulative", rank="preferred")
    assert _leads(cumulative) is None
    assert _leads(cumulative, figure(2, 300, reporting_status="interim")) == "op.2"


def test_what_an_editor_prefers_leads_over_all_later_steps() -> None:
    ruled = figure(2, 18, rank="preferred", reporting_status="interim", tier=3)
    assert _leads(figure(1, 122, as_at="2025-10-15", tier=1), ruled) == "op.2"


def test_a_derived_source_leads_only_alone() -> None:
    encyclopedia = figure(1, 28, tier=3, as_at="2024-11-30")
    assert _leads(encyclopedia) == "op.1"
    assert _leads(encyclopedia, figure(2, 27, qualifier="about", tier=2)) == "op.2"


def test_the_later_as_at_leads_and_an_unknown_one_comes_last() -> None:
    earlier, later = figure(1, 18, as_at="2025-10-14"), figure(2, 122, as_at="2025-10-15")
    assert _leads(earlier, later) == "op.2"
    assert _leads(figure(3, 160, tier=1), earlier) == "op.1"


def test_of_equal_dates_the_better_tier_leads() -> None:
    assert _leads(figure(1, 18, tier=2), figure(2, 122, qualifier="about", tier=1)) == "op.2"


def test_the_exact_count_leads_over_a_round_one_that_agrees() -> None:
    almost = figure(1, 4000, qualifier="fewer_than")
    assert _leads(almost, figure(2, 3977)) == "op.2"


def test_thunderbolt_2024_leads_with_its_exact_count() -> None:
    made = [
        figure(1, 4000, qualifier="more_than"),
        figure(2, 4300, qualifier="about"),
        figure(3, 4320),
    ]
    assert _leads(*made) == "op.3"


def test_precision_does_not_settle_a_contradiction() -> None:
    assert _leads(figure(1, 50, qualifier="about"), figure(2, 122)) == "op.1"


def test_the_most_precise_of_those_that_agree_with_the_lowest_id_leads() -> None:
    made = [figure(1, 15, qualifier="at_least"), figure(2, 12), figure(3, 18), figure(4, 122)]
    assert _leads(*made) == "op.3"


def test_all_else_equal_the_lowest_number_leads() -> None:
    assert _leads(figure(10, 5), figure(9, 6)) == "op.9"


def test_bounds_the_wrong_way_round_still_have_a_leader() -> None:
    assert _leads(figure(1, None, qualifier="range", low=Decimal(9), high=Decimal(5))) == "op.1"


def test_not_stated_leads_alone_and_never_beside_anything_stated() -> None:
    silent = figure(1, None, value_type="not_stated", tier=1)
    assert _leads(silent) == "op.1"
    interim = figure(2, 9, reporting_status="interim", tier=3)
    assert _leads(silent, interim) == "op.2"
    assert _leads(silent, figure(3, None, value_type="verbal_only", tier=3)) == "op.3"


def test_zero_is_a_number_and_leads_over_not_stated() -> None:
    assert _leads(figure(1, None, value_type="not_stated"), figure(2, 0)) == "op.2"


@pytest.mark.parametrize("value_type", ["verbal_only", "suppressed"])
def test_words_lead_alone_and_give_way_to_a_number_of_the_same_standing(value_type: str) -> None:
    words = figure(1, None, value_type=value_type)
    assert _leads(words) == "op.1"
    assert _leads(words, figure(2, 24, qualifier="at_least")) == "op.2"


def test_official_words_are_not_overruled_by_an_encyclopedias_number() -> None:
    dozens = figure(1, None, value_type="verbal_only", tier=1)
    assert _leads(dozens, figure(2, 28, tier=3)) == "op.1"


def test_a_part_that_its_key_cannot_tell_from_its_whole_is_no_rival() -> None:
    drugs = {"measure": "drugs_value", "currency": "HKD"}
    seized = figure(1, 730, qualifier="at_least", **drugs)
    one_seizure = part(2, 300, breakdown="partial", as_at="2024-07-01", **drugs)
    assert _leads(seized, one_seizure) == "op.1"
    assert disputes([seized, one_seizure]) == []


@given(mixtures(), st.randoms(use_true_random=False))
def test_input_order_never_matters(made: list[Figure], random: Random) -> None:
    shuffled = made[:]
    random.shuffle(shuffled)
    assert list(headlines(shuffled).items()) == list(headlines(made).items())
    assert disputes(shuffled) == disputes(made)
    assert row_figure(shuffled) == row_figure(made)


@given(mixtures())
def test_each_key_has_one_leader_at_most_and_it_is_its_own(made: list[Figure]) -> None:
    leading = headlines(made)
    assert all(claim_key(leader) == key for key, leader in leading.items())
    assert all(headline(group) == leading.get(key) for key, group in by_key(made).items())
    for leader in leading.values():
        assert leader in made
        assert leader.rank != "deprecated"
        assert leader.reporting_status != "cumulative"


@given(st.lists(st.integers(1, 9), unique=True).flatmap(lambda ns: st.tuples(*map(rivals, ns))))
def test_a_key_with_anything_standing_has_a_leader_that_stands(made: tuple[Figure, ...]) -> None:
    left = standing(made)
    leader = headline(made)
    assert leader in left if left else leader is None
    able = [f for f in made if f.rank != "deprecated" and f.reporting_status != "cumulative"]
    assert bool(left) == bool(able)


@given(mixtures(), rivals(99))
def test_a_deprecated_figure_changes_nothing(made: list[Figure], extra: Figure) -> None:
    more = [*made, replace(extra, rank="deprecated")]
    assert headlines(more) == headlines(made)
    assert disputes(more) == disputes(made)
    assert row_figure(more) == row_figure(made)


@given(mixtures())
def test_the_leader_leads_still_when_the_rest_is_gone(made: list[Figure]) -> None:
    for leader in headlines(made).values():
        assert headline([leader]) == leader


def test_a_count_that_covers_others_leads_only_without_an_own_count() -> None:
    own, joint = figure(1, 38), figure(2, 66, covers=("op-2",))

    assert [f.id for f in headlines([own, joint]).values()] == ["op.1"]
    assert [f.id for f in headlines([joint]).values()] == ["op.2"]
    assert disputes([own, joint]) == []
