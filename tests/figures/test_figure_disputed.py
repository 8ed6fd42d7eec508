"""Where sources contradict each other, and where they only seem to."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from operations.figures import (
    Dispute,
    Figure,
    claim_key,
    disputes,
    interval,
    meet,
    standing,
)

from .build import figure, mixtures, part

JOINT = {"counted_in": "hk+cn.gd+mo", "scope": "vice"}


def test_two_accounts_of_the_same_arrests_are_disputed() -> None:
    first = figure(10, 18, as_at="2025-10-14", **JOINT)
    second = figure(9, 122, as_at="2025-10-15", **JOINT)
    assert disputes([first, second]) == [Dispute(claim_key(first), ("op.9", "op.10"))]


def test_an_official_and_a_reported_number_can_dispute() -> None:
    assert disputes([figure(1, 18, tier=1), figure(2, 122, tier=2)]) != []


def test_an_exact_count_and_almost_that_many_agree() -> None:
    for qualifier in ("at_most", "fewer_than"):
        assert disputes([figure(1, 3977), figure(2, 4000, qualifier=qualifier)]) == []


def test_an_interim_count_is_superseded_not_disputed() -> None:
    interim = figure(1, 868, reporting_status="interim", as_at="2021-06-18")
    assert disputes([interim, figure(2, 2320, reporting_status="final")]) == []


def test_a_derived_source_disputes_nothing_better() -> None:
    assert disputes([figure(1, 6400, tier=1), figure(2, 6000, tier=3)]) == []


def test_two_derived_sources_dispute_each_other() -> None:
    assert disputes([figure(1, 6400, tier=3), figure(2, 6000, tier=3)]) != []


def test_an_editors_ruling_settles_a_dispute() -> None:
    ruled = figure(2, 122, rank="preferred")
    assert disputes([figure(1, 18), ruled]) == []
    assert disputes([figure(1, 18, rank="deprecated"), figure(2, 122)]) == []


def test_words_and_silence_contradict_no_number() -> None:
    words = figure(1, None, value_type="verbal_only")
    silent = figure(2, None, value_type="not_stated")
    assert disputes([words, silent, figure(3, 28)]) == []


def test_one_figure_alone_disputes_nothing_even_with_its_bounds_reversed() -> None:
    reversed_range = {"qualifier": "range", "low": Decimal(9), "high": Decimal(5)}
    assert disputes([figure(1, None, **reversed_range)]) == []


def test_different_quantities_are_never_disputed() -> None:
    macau = figure(2, 1140, counted_in="mo")
    women = figure(3, 2285, sex="female")
    others = [figure(n, n, scope="other") for n in (4, 5)]
    assert disputes([figure(1, 6400), macau, women, *others]) == []


def test_the_two_splits_of_mong_kok_2000_dispute_each_other() -> None:
    made = [
        figure(1, 28),
        part(2, 6, sex="male", breakdown_set="stated"),
        part(3, 22, sex="female", breakdown_set="stated"),
        part(4, 8, sex="male", breakdown_set="listed"),
        part(5, 20, sex="female", breakdown_set="listed"),
    ]
    assert [each.figures for each in disputes(made)] == [("op.2", "op.4"), ("op.3", "op.5")]


@given(mixtures())
def test_a_dispute_names_standing_figures_that_cannot_all_be_true(made: list[Figure]) -> None:
    known = {each.id: each for each in made}
    for dispute in disputes(made):
        assert len(dispute.figures) >= 2
        named = [known[each] for each in dispute.figures]
        assert standing(each for each in made if claim_key(each) == dispute.key) == named
        assert not meet(interval(each) for each in named)
