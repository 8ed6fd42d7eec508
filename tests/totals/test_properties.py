"""What holds of every safe sum."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from operations.totals import Reason
from operations.totals.model import Case

from .build import ARRESTS, IDS, case, cases, counted, left, of, worlds


@given(worlds())
def test_counted_and_left_out_are_exactly_the_matching_operations(world: list[Case]) -> None:
    for found in (of(*world), of(*world, by_year=True)):
        ids = [one.id for one in found.counted] + [one.id for one in found.left_out]
        assert sorted(ids) == sorted(each.id for each in world)
        assert found.matching == len(world)


@given(worlds())
def test_the_value_is_what_adding_up_by_hand_gives(world: list[Case]) -> None:
    found = of(*world)
    assert (found.value or 0) == sum(one.value for one in found.counted)
    assert (found.value is None) == (found.counted == ())


@given(worlds(), st.randoms())
def test_the_order_of_input_does_not_matter(world: list[Case], random: Random) -> None:
    shuffled = list(world)
    random.shuffle(shuffled)
    assert of(*shuffled) == of(*world)


@given(worlds())
def test_claim_keys_are_never_mixed(world: list[Case]) -> None:
    figures = {one.figure: one for each in world for one in each.claims}
    for one in of(*world).counted:
        chosen = figures[one.figure]
        assert chosen.answers(ARRESTS)
        assert chosen.is_number
        assert chosen.can_be_added
        assert not chosen.covers_others
        assert not chosen.disputed
        assert chosen.reporting_status != "interim"


@given(worlds())
def test_no_two_counted_operations_lie_inside_or_may_overlap_each_other(
    world: list[Case],
) -> None:
    given_ = {each.id: each for each in world}
    for one, other in combinations([given_[each.id] for each in of(*world).counted], 2):
        assert one.id not in other.part_of
        assert other.id not in one.part_of
        assert one.id not in other.may_overlap
        assert other.id not in one.may_overlap


@given(worlds())
def test_every_other_operation_named_explains(world: list[Case]) -> None:
    found = of(*world)
    ids = {each.id for each in world}
    for one in found.left_out:
        if one.reason == "may_overlap":
            assert one.other in counted(found)
        if one.reason == "inside":
            assert one.other in ids - {one.id}


@given(worlds(), st.data())
def test_an_operation_that_states_nothing_never_changes_the_value(
    world: list[Case], data: st.DataObject
) -> None:
    ids = [each.id for each in world]
    silent = data.draw(cases("new", ids))
    silent = case("new", part_of=silent.part_of, may_overlap=silent.may_overlap)
    assert of(*world, silent).value == of(*world).value


@given(worlds(), st.data(), st.integers(0, 10_000))
def test_an_operation_inside_a_counted_one_never_changes_the_value(
    world: list[Case], data: st.DataObject, value: int
) -> None:
    before = of(*world)
    if not before.counted:
        return
    outer = data.draw(st.sampled_from([one.id for one in before.counted]))
    after = of(*world, case("new", value, part_of=(outer,)))
    assert after.value == before.value
    assert after.lower_bound == before.lower_bound
    assert left(after)["new"] == ("inside", outer)


@given(worlds(), st.integers(1, 10_000))
def test_an_operation_that_has_nothing_to_do_with_others_adds_its_value(
    world: list[Case], value: int
) -> None:
    before = of(*world)
    assert of(*world, case("new", value)).value == (before.value or 0) + value


@given(st.lists(st.integers(0, 99), max_size=7), st.data())
def test_a_wider_filter_over_separate_operations_never_gives_less(
    values: list[int], data: st.DataObject
) -> None:
    world = [case(id_, value) for id_, value in zip(IDS, values, strict=False)]
    some = [each for each in world if data.draw(st.booleans())]
    assert (of(*some).value or 0) <= (of(*world).value or 0)


@given(worlds())
def test_a_sum_without_loss_says_so(world: list[Case]) -> None:
    found = of(*world)
    exact = all(one.exact for one in found.counted)
    nested = all(reason == "inside" for reason, _ in left(found).values())
    assert found.lower_bound is not (exact and nested)


@pytest.mark.parametrize("reason", Reason.values)
def test_the_worlds_above_reach_every_reason(reason: str) -> None:
    """A generator that never makes an overlap would prove nothing about overlaps."""

    def reached(world: list[Case]) -> bool:
        return any(reason == found for found, _ in left(of(*world, by_year=True)).values())

    quick = settings(max_examples=5000, database=None, phases=[Phase.generate])
    assert find(worlds(), reached, settings=quick)
