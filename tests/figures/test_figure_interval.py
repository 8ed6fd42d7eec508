"""Intervals, whether they meet, and which is the more precise."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.figures import Figure, Interval, interval, meet, precision

from .build import figure, ids, rivals

TEN = Decimal(10)
POINTS = [Decimal(n) / 20 for n in range(-20, 22 * 20)]


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("exact", Interval(TEN, TEN)),
        ("about", Interval(Decimal(9), Decimal(11))),
        ("at_least", Interval(low=TEN)),
        ("more_than", Interval(low=TEN, low_open=True)),
        ("at_most", Interval(high=TEN)),
        ("fewer_than", Interval(high=TEN, high_open=True)),
    ],
)
def test_the_qualifier_makes_the_interval(qualifier: str, expected: Interval) -> None:
    assert interval(figure(value=10, qualifier=qualifier)) == expected


def test_a_range_is_as_given_whatever_its_best_value() -> None:
    made = figure(value=25, qualifier="range", low=Decimal(20), high=Decimal(30))
    assert interval(made) == Interval(Decimal(20), Decimal(30))


def test_a_range_with_one_end_missing_is_a_half_line() -> None:
    assert interval(figure(value=None, qualifier="range", low=TEN)) == Interval(low=TEN)


@pytest.mark.parametrize("value_type", ["not_stated", "verbal_only", "suppressed"])
def test_what_is_no_number_allows_anything(value_type: str) -> None:
    assert interval(figure(value=None, value_type=value_type)) == Interval()


def test_a_value_still_missing_in_a_form_allows_anything() -> None:
    assert interval(figure(value=None)) == Interval()


def _meet(*stated: tuple[str, int]) -> bool:
    return meet(interval(figure(value=value, qualifier=qualifier)) for qualifier, value in stated)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("exact", 3977), ("at_most", 4000), True),
        (("exact", 3977), ("fewer_than", 4000), True),
        (("exact", 4000), ("fewer_than", 4000), False),
        (("exact", 4000), ("at_most", 4000), True),
        (("exact", 5), ("fewer_than", 5), False),
        (("more_than", 5), ("at_most", 5), False),
        (("more_than", 5), ("fewer_than", 5), False),
        (("at_least", 5), ("at_most", 5), True),
        (("at_least", 5), ("at_least", 4000), True),
        (("about", 100), ("exact", 110), True),
        (("about", 100), ("exact", 111), False),
        (("about", 100), ("more_than", 110), False),
        (("exact", 18), ("exact", 122), False),
    ],
)
def test_two_statements_meet_or_not(
    one: tuple[str, int], other: tuple[str, int], *, expected: bool
) -> None:
    assert _meet(one, other) is expected
    assert _meet(other, one) is expected


def test_three_meet_only_in_a_point_that_all_allow() -> None:
    assert _meet(("at_least", 5), ("at_most", 9), ("exact", 7))
    assert not _meet(("at_least", 5), ("exact", 9), ("exact", 7))


def test_nothing_given_meets() -> None:
    assert meet([])


def test_bounds_the_wrong_way_round_meet_nothing() -> None:
    assert not meet([Interval(Decimal(9), Decimal(5)), Interval()])


def _allows(span: Interval, point: Decimal) -> bool:
    above = span.low is None or point > span.low or (point == span.low and not span.low_open)
    below = span.high is None or point < span.high or (point == span.high and not span.high_open)
    return above and below


@given(st.lists(rivals(), max_size=4))
def test_meeting_is_having_a_point_in_common(made: list[Figure]) -> None:
    spans = [interval(each) for each in made]
    assert meet(spans) == any(all(_allows(span, point) for span in spans) for point in POINTS)
    assert meet(reversed(spans)) == meet(spans)


def test_precision_runs_from_a_point_to_words() -> None:
    made = [
        figure(1, 4000),
        figure(2, None, qualifier="range", low=Decimal(3990), high=Decimal(4010)),
        figure(3, 4000, qualifier="about"),
        figure(4, 4000, qualifier="more_than"),
        figure(5, 4000, qualifier="at_least"),
        figure(6, 3000, qualifier="more_than"),
        figure(7, 4000, qualifier="fewer_than"),
        figure(8, 4000, qualifier="at_most"),
        figure(9, 5000, qualifier="fewer_than"),
        figure(10, None, value_type="verbal_only"),
    ]
    keys = [precision(each) for each in made]
    assert all(one < other for one, other in pairwise(keys)), ids(made)


def test_a_wide_range_is_less_precise_than_about() -> None:
    wide = figure(1, None, qualifier="range", low=Decimal(10), high=Decimal(90))
    assert precision(figure(2, 50, qualifier="about")) < precision(wide)


def test_of_equal_widths_exact_comes_first() -> None:
    nothing = [figure(1, 0, qualifier="about"), figure(2, 0)]
    assert ids(sorted(nothing, key=precision)) == ["op.2", "op.1"]
