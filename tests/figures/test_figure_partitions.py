"""Parts, sums, loops and rulings that clash: every problem names its figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import assume, given
from hypothesis import strategies as st

from operations.figures import Figure, Problem, ProblemCode, partition_problems, problems

from .build import PLAIN, figure, mixtures, part


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with override("en"):
        yield


def _thunderbolt_2023(men: int = 4115) -> list[Figure]:
    return [
        figure(1, 6400, age_from=10, age_to=85),
        part(2, men, sex="male", breakdown_set="sex"),
        part(3, 2285, sex="female", breakdown_set="sex"),
        part(4, 849, residency="mainland", breakdown="partial"),
        part(5, 471, nationality="non_ethnic_chinese", breakdown="partial"),
    ]


def test_thunderbolt_2023_adds_up() -> None:
    assert problems(_thunderbolt_2023()) == []


def test_parts_that_fall_short_name_both_numbers_and_the_difference() -> None:
    assert problems(_thunderbolt_2023(men=4105)) == [
        Problem(
            ProblemCode.PARTITION,
            ("op.1", "op.2", "op.3"),
            "The parts op.2, op.3 add up to 6,390; the whole op.1 is 6,400; 10 missing.",
            Decimal(10),
        )
    ]


def test_parts_that_exceed_name_the_difference_too() -> None:
    (problem,) = problems(_thunderbolt_2023(men=5115))
    assert problem.message == (
        "The parts op.2, op.3 add up to 7,400; the whole op.1 is 6,400; 1,000 too many."
    )
    assert problem.difference == -1000


def test_each_breakdown_set_adds_up_by_itself() -> None:
    made = [
        figure(1, 28),
        part(2, 6, sex="male", breakdown_set="stated"),
        part(3, 22, sex="female", breakdown_set="stated"),
        part(4, 8, sex="male", breakdown_set="listed"),
        part(5, 20, sex="female", breakdown_set="listed"),
    ]
    assert problems(made) == []
    (problem,) = problems([*made[:4], replace(made[4], value=Decimal(19))])
    assert problem.figures == ("op.1", "op.4", "op.5")


@pytest.mark.parametrize("kind", ["overlapping", "partial", ""])
def test_only_parts_marked_as_a_partition_are_added(kind: str) -> None:
    assert problems([figure(1, 10), part(2, 10), part(3, 4, breakdown=kind)]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"qualifier": "about"},
        {"qualifier": "at_least"},
        {"value_type": "not_stated", "value": None},
        {"value_type": "suppressed", "value": None},
        {"value": None},
    ],
)
def test_a_set_with_an_inexact_part_or_whole_cannot_be_checked(change: dict[str, Any]) -> None:
    whole, one, two = figure(1, 10), part(2, 3, sex="male"), part(3, 4, sex="female")
    assert problems([whole, one, replace(two, **change)]) == []
    assert problems([replace(whole, **change), one, two]) == []


def test_a_deprecated_part_or_whole_need_not_add_up() -> None:
    assert problems([figure(1, 10), part(2, 10), part(3, 5, rank="deprecated")]) == []
    assert problems([figure(1, 10, rank="deprecated"), part(2, 70)]) == []


def test_a_lonely_part_of_a_partition_falls_short() -> None:
    (problem,) = problems([figure(1, 10), part(2, 3)])
    assert problem.difference == 7


def test_money_is_added_to_the_cent() -> None:
    money = {"measure": "cash_seized", "currency": "HKD"}
    made = [figure(1, "0.3", **money), part(2, "0.1", **money), part(3, "0.2", **money)]
    assert problems(made) == []
    (problem,) = partition_problems([*made[:2], replace(made[2], value=Decimal("1234.10"))])
    assert problem.message == (
        "The parts op.2, op.3 add up to 1,234.2; the whole op.1 is 0.3; 1,233.9 too many."
    )


@pytest.mark.parametrize(
    ("whole", "one"),
    [
        (figure(1, 6400), part(2, 6401, breakdown="partial")),
        (figure(1, 6400), part(2, 6400, breakdown="partial", qualifier="more_than")),
        (figure(1, 6400), part(2, 7000, breakdown="overlapping", qualifier="at_least")),
        (figure(1, 6400, qualifier="fewer_than"), part(2, 6400, breakdown="partial")),
    ],
)
def test_a_part_surely_larger_than_its_whole_is_refused(whole: Figure, one: Figure) -> None:
    (problem,) = problems([whole, one])
    assert (problem.code, problem.figures) == (ProblemCode.LARGER_THAN_WHOLE, ("op.1", "op.2"))


def test_the_sentence_about_a_larger_part_names_both_numbers() -> None:
    (problem,) = problems([figure(1, 6400), part(2, 7000, breakdown="partial")])
    assert problem.message == "The part op.2 (7,000) is larger than the whole op.1 (6,400)."


@pytest.mark.parametrize(
    ("whole", "one"),
    [
        (figure(1, 6400), part(2, 6400, breakdown="partial")),
        (figure(1, 6400), part(2, 7000, breakdown="partial", qualifier="about")),
        (figure(1, 6400, qualifier="about"), part(2, 9000, breakdown="partial")),
        (figure(1, 6400, qualifier="at_least"), part(2, 7000, breakdown="partial")),
        (figure(1, 6400), part(2, 7000, breakdown="partial", qualifier="at_most")),
        (figure(1, None, value_type="not_stated"), part(2, 7, breakdown="partial")),
        (figure(1, 6400), part(2, 7000, breakdown="partial", rank="deprecated")),
    ],
)
def test_a_part_that_may_fit_is_let_through(whole: Figure, one: Figure) -> None:
    assert problems([whole, one]) == []


def test_a_part_of_a_figure_that_is_not_there_is_refused() -> None:
    (problem,) = problems([part(2, 3, of="op.7")])
    assert problem == Problem(
        ProblemCode.FOREIGN_WHOLE,
        ("op.7", "op.2"),
        "op.2 is marked as part of op.7, which is no figure of this record.",
    )


def test_a_part_of_another_records_figure_is_refused() -> None:
    elsewhere = replace(PLAIN, id="phase-2.1", owner="phase-2")
    (problem,) = problems([elsewhere, part(2, 100, of="phase-2.1")])
    assert (problem.code, problem.figures) == (ProblemCode.FOREIGN_WHOLE, ("phase-2.1", "op.2"))


def test_figures_that_are_parts_of_each_other_are_refused_once() -> None:
    made = [part(1, 5, of="op.10"), part(10, 5, of="op.2"), part(2, 5, of="op.1")]
    (problem,) = problems([*made, part(3, 5, of="op.1", breakdown="partial")])
    assert problem == Problem(
        ProblemCode.CYCLE,
        ("op.1", "op.2", "op.10"),
        "op.1, op.2, op.10: a figure cannot be a part of itself.",
    )


def test_two_loops_are_two_problems() -> None:
    made = [part(n, 5, of=f"op.{n}") for n in range(1, 6)]
    assert [problem.figures for problem in problems(made)] == [(f"op.{n}",) for n in range(1, 6)]


def test_a_figure_that_is_part_of_itself_is_refused() -> None:
    (problem,) = problems([part(1, 5)])
    assert (problem.code, problem.figures) == (ProblemCode.CYCLE, ("op.1",))


def test_premises_cannot_be_part_of_people() -> None:
    (problem,) = problems([figure(1, 100), part(2, 9, measure="premises_raided")])
    assert problem == Problem(
        ProblemCode.UNLIKE_WHOLE,
        ("op.1", "op.2"),
        "op.2 cannot be part of op.1: their units or currencies differ.",
    )


def test_what_cannot_be_compared_is_not_called_larger_too() -> None:
    raided = part(2, 9000, measure="premises_raided", breakdown="partial")
    assert [problem.code for problem in problems([figure(1, 100), raided])] == [
        ProblemCode.UNLIKE_WHOLE
    ]


def test_one_currency_cannot_be_part_of_another() -> None:
    whole = figure(1, 100, measure="cash_seized", currency="HKD")
    (problem,) = problems([whole, part(2, 100, measure="cash_seized", currency="CNY")])
    assert problem.code == ProblemCode.UNLIKE_WHOLE


def test_a_joint_total_may_mix_measures_of_one_unit() -> None:
    made = [
        figure(1, 5500, measure="persons_arrested_or_taken_in", counted_in="hk+cn.gd+mo"),
        part(2, 2320),
        part(3, 1080, counted_in="cn.gd"),
        part(4, 2100, measure="persons_arrested_or_taken_in", counted_in="mo"),
    ]
    assert problems(made) == []


def test_another_measure_named_in_a_note_is_given_the_benefit() -> None:
    assert problems([figure(1, 10), part(2, 4), part(3, 6, measure="other")]) == []
    seized = figure(1, 10, measure="cash_seized", currency="HKD")
    assert problems([seized, part(2, 10, measure="other")]) == []


def test_a_measure_still_missing_in_a_form_is_not_this_rules_business() -> None:
    assert problems([figure(1, 10, measure=""), part(2, 10)]) == []


def test_two_preferred_rivals_clash() -> None:
    made = [figure(n, n, rank="preferred") for n in (10, 9)]
    assert problems([*made, figure(1, 5)]) == [
        Problem(
            ProblemCode.TWO_PREFERRED,
            ("op.9", "op.10"),
            "op.9, op.10 are rivals and are all preferred: only one of them can be.",
        )
    ]


def test_preferred_figures_of_different_quantities_do_not_clash() -> None:
    preferred = {"rank": "preferred"}
    others = [figure(n, n, measure="other", **preferred) for n in (3, 4)]
    assert problems([figure(1, **preferred), figure(2, sex="male", **preferred), *others]) == []


def test_several_problems_are_all_told() -> None:
    made = [figure(1, 10, rank="preferred"), figure(2, 5, rank="preferred"), part(3, 12)]
    assert [problem.code for problem in problems(made)] == [
        ProblemCode.PARTITION,
        ProblemCode.LARGER_THAN_WHOLE,
        ProblemCode.TWO_PREFERRED,
    ]


def test_no_figures_have_no_problems() -> None:
    assert problems([]) == []


splits = st.lists(st.integers(0, 10_000), min_size=1, max_size=6)


def _split(counts: list[int]) -> list[Figure]:
    parts = [part(n, count, breakdown_set="set") for n, count in enumerate(counts, 2)]
    return [figure(1, sum(counts)), *parts]


@given(splits, st.randoms(use_true_random=False))
def test_any_exact_split_adds_up_in_any_order(counts: list[int], random: Random) -> None:
    made = _split(counts)
    random.shuffle(made)
    assert problems(made) == []


@given(splits, st.integers(-500, 500), st.data())
def test_a_part_altered_by_k_is_named_with_k(
    counts: list[int], k: int, data: st.DataObject
) -> None:
    assume(k)
    made = _split(counts)
    n = data.draw(st.integers(1, len(counts)))
    altered = made[n].value
    assert altered is not None
    made[n] = replace(made[n], value=altered + k)
    (problem,) = partition_problems(made)
    assert problem.difference == -k
    assert f"{abs(k)} missing" in problem.message or f"{abs(k)} too many" in problem.message
    assert problem.figures == tuple(each.id for each in made)


@given(mixtures(), st.randoms(use_true_random=False))
def test_problems_do_not_depend_on_the_order(made: list[Figure], random: Random) -> None:
    shuffled = made[:]
    random.shuffle(shuffled)
    assert problems(shuffled) == problems(made)
