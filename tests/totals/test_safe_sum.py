"""Which operations a sum counts, and the first reason for leaving out each other one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from operations.totals.model import Claim, Question

from .build import ARRESTS, CASH, case, claim, counted, left, money, of, value


def test_operations_that_share_nothing_are_added() -> None:
    found = of(case("b", 2320), case("a", 6400))
    assert counted(found) == {"a": 6400, "b": 2320}
    assert (value(found), found.lower_bound) == (8720, False)
    assert (found.matching, found.stating) == (2, 2)


def test_nothing_counted_is_not_zero() -> None:
    assert of().value is None
    assert of().lower_bound is False
    silent = of(case("a"))
    assert silent.value is None
    assert silent.lower_bound is True


def test_a_stated_zero_is_counted_as_zero() -> None:
    found = of(case("a", 0))
    assert (value(found), found.lower_bound) == (0, False)


@pytest.mark.parametrize(
    ("stated", "reason", "other"),
    [
        (claim(9, covers_others=True), "covers_others", None),
        (claim(None, value_type="not_stated"), "not_stated", None),
        (claim(None, value_type="verbal_only"), "not_stated", None),
        (claim(None, value_type="suppressed"), "not_stated", None),
        (claim(9, scope="vice"), "other_scope", "vice"),
        (claim(9, counted_in="mo"), "other_scope", "mo"),
        (claim(9, disputed=True), "disputed", None),
        (claim(9, reporting_status="interim"), "interim", None),
        (claim(9, reporting_status="cumulative"), "not_additive", None),
        (claim(9, qualifier="at_most"), "not_additive", None),
        (claim(9, qualifier="fewer_than"), "not_additive", None),
    ],
)
def test_a_figure_that_may_not_be_added_is_left_out_by_name(
    stated: Claim, reason: str, other: str | None
) -> None:
    found = of(case("a", 5), case("b", stated))
    assert left(found) == {"b": (reason, other)}
    assert (value(found), found.lower_bound) == (5, True)


def test_of_several_reasons_the_first_in_order_is_given() -> None:
    worst = claim(9, covers_others=True, disputed=True, reporting_status="interim")
    disputed = claim(9, disputed=True, reporting_status="interim", qualifier="at_most")
    interim = claim(9, reporting_status="interim", qualifier="at_most")
    found = of(case("a", worst, covers=("x",)), case("b", disputed), case("c", interim))
    assert left(found) == {
        "a": ("covers_others", "x"),
        "b": ("disputed", None),
        "c": ("interim", None),
    }


def test_of_several_covered_operations_none_is_singled_out() -> None:
    found = of(case("a", claim(9, covers_others=True), covers=("x", "y")))
    assert left(found) == {"a": ("covers_others", None)}


def test_looked_and_not_stated_wins_over_a_number_of_another_scope() -> None:
    asked = Question(measure="persons_arrested", scope="sex_trafficking", counted_in="hk")
    silent = claim(None, value_type="not_stated", scope="sex_trafficking")
    found = of(case("a", 6400, silent), case("b", 6400), question=asked)
    assert left(found) == {"a": ("not_stated", None), "b": ("other_scope", "all_offences")}
    assert (value(found), found.stating) == (None, 0)


def test_the_number_stated_instead_is_the_nearest() -> None:
    elsewhere = claim(1, counted_in="mo"), claim(2, scope="vice")
    far = claim(1, counted_in="mo", scope="triad"), claim(1, counted_in="mo", scope="vice")
    found = of(case("a", *elsewhere), case("b", *far))
    assert left(found) == {"a": ("other_scope", "mo"), "b": ("other_scope", "vice")}


@pytest.mark.parametrize(
    ("stated", "amount"),
    [
        (claim(9, qualifier="about"), 9),
        (claim(9, qualifier="at_least"), 9),
        (claim(9, qualifier="more_than"), 9),
        (claim(None, qualifier="range", low=Decimal(4)), 4),
        (claim(6, qualifier="range", low=Decimal(4)), 4),
    ],
)
def test_what_is_not_exact_is_counted_and_makes_a_lower_bound(stated: Claim, amount: int) -> None:
    found = of(case("a", stated))
    assert (value(found), found.lower_bound) == (amount, True)


@pytest.mark.parametrize("measure", ["officers_deployed", "persons_intercepted"])
def test_a_measure_that_does_not_add_up_has_no_value(measure: str) -> None:
    asked = Question(measure=measure, scope="all_offences", counted_in="hk")
    inner = case("b", 3, part_of=("a",))
    found = of(case("a", 5), inner, case("c"), question=asked)
    assert left(found) == {
        "a": ("not_additive", None),
        "b": ("inside", "a"),
        "c": ("not_stated", None),
    }
    assert (value(found), found.stating) == (None, 2)


def test_two_other_scopes_are_never_added() -> None:
    asked = Question(measure="persons_arrested", scope="other", counted_in="hk")
    found = of(case("a", claim(5, scope="other")), question=asked)
    assert left(found) == {"a": ("not_additive", None)}


def test_grouped_by_year_an_undated_operation_is_left_out_before_all_else() -> None:
    undated = case("b", 5, year=None, part_of=("a",))
    assert left(of(case("a", 9), undated, by_year=True)) == {"b": ("undated", None)}
    assert left(of(case("a", 9), undated)) == {"b": ("inside", "a")}


def test_only_one_currency_is_added() -> None:
    found = of(
        case("a", money(900, "USD")),
        case("b", money(5, "HKD")),
        case("c", money(800, "USD")),
        case("d", money(7, "XXX")),
        case("e", money(6, "MOP"), money(2, "HKD")),
        question=CASH,
    )
    assert (value(found), found.currency) == (7, "HKD")
    assert left(found) == {
        "a": ("other_scope", "USD"),
        "c": ("other_scope", "USD"),
        "d": ("other_scope", "XXX"),
    }
    assert found.stating == 5


def test_without_hong_kong_dollars_the_commonest_currency_is_added() -> None:
    stated = [case("a", money(9, "USD")), case("b", money(1, "CNY")), case("c", money(2, "CNY"))]
    assert of(*stated, question=CASH).currency == "CNY"
    assert of(*stated[:2], question=CASH).currency == "CNY"
    assert of(case("d", money(1, "XXX")), question=CASH).value is None


def test_the_same_operation_given_twice_is_counted_once() -> None:
    assert of(case("a", 5), case("a", 5)).value == 5


def test_the_question_is_repeated_in_the_answer() -> None:
    assert of(case("a", 5)).question == ARRESTS
