"""What lies inside a counted operation, or may, is not counted again."""

from __future__ import annotations

from .build import case, claim, counted, left, of, value


def test_a_part_is_left_out_and_loses_nothing() -> None:
    found = of(case("whole", 4320), case("part", 114, part_of=("whole",)))
    assert left(found) == {"part": ("inside", "whole")}
    assert (value(found), found.lower_bound, found.stating) == (4320, False, 2)


def test_a_part_is_inside_at_any_depth_and_names_the_nearest_that_states_the_measure() -> None:
    found = of(
        case("campaign", 900),
        case("silent phase", part_of=("campaign",)),
        case("raid", 5, part_of=("silent phase", "campaign")),
        case("search", 1, part_of=("raid", "silent phase", "campaign")),
    )
    assert left(found) == {
        "silent phase": ("inside", "campaign"),
        "raid": ("inside", "campaign"),
        "search": ("inside", "raid"),
    }


def test_a_part_is_inside_through_a_parent_that_does_not_match() -> None:
    found = of(case("campaign", 900), case("raid", 5, part_of=("not listed", "campaign")))
    assert left(found) == {"raid": ("inside", "campaign")}


def test_a_parent_that_states_nothing_lets_its_parts_count() -> None:
    in_words = claim(None, value_type="verbal_only")
    for parent in (case("whole"), case("whole", in_words)):
        found = of(parent, case("part", 5, part_of=("whole",)))
        assert counted(found) == {"part": 5}
        assert left(found) == {"whole": ("not_stated", None)}


def test_a_parent_that_states_another_scope_still_holds_its_parts() -> None:
    found = of(case("whole", claim(40, scope="vice")), case("part", 5, part_of=("whole",)))
    assert left(found) == {"whole": ("other_scope", "vice"), "part": ("inside", "whole")}
    assert (value(found), found.lower_bound) == (None, True)


def test_a_parent_outside_the_list_does_not_matter() -> None:
    assert counted(of(case("part", 5, part_of=("not listed",)))) == {"part": 5}


def test_records_that_contain_each_other_are_still_counted_once() -> None:
    found = of(
        case("c", 3, part_of=("a", "b")),
        case("a", 1, part_of=("b", "c")),
        case("b", 2, part_of=("c", "a")),
    )
    assert counted(found) == {"a": 1}
    assert {reason for reason, _ in left(found).values()} == {"inside"}


def test_of_two_that_may_overlap_the_larger_is_counted_whoever_says_so() -> None:
    for small, large in ((["large"], []), ([], ["small"])):
        found = of(case("small", 122, may_overlap=small), case("large", 4140, may_overlap=large))
        assert counted(found) == {"large": 4140}
        assert left(found) == {"small": ("may_overlap", "large")}
        assert found.lower_bound is True


def test_of_two_equals_that_may_overlap_the_lower_id_is_counted() -> None:
    assert counted(of(case("b", 5, may_overlap=["a"]), case("a", 5))) == {"a": 5}


def test_overlapping_something_that_is_not_counted_costs_nothing() -> None:
    found = of(
        case("small", 1, may_overlap=["silent", "middle", "not listed"]),
        case("middle", 2, may_overlap=["large"]),
        case("large", 3),
        case("silent"),
    )
    assert counted(found) == {"large": 3, "small": 1}
    assert left(found) == {
        "middle": ("may_overlap", "large"),
        "silent": ("may_overlap", "small"),
    }


def test_overlapping_a_counted_operation_comes_before_stating_nothing() -> None:
    """The order of reasons: 斷鳶 may lie within Thunderbolt 2025, whatever else it states."""
    kite = case("kite", claim(122, scope="vice"), may_overlap=["thunderbolt"])
    found = of(case("thunderbolt", 4140), kite)
    assert left(found) == {"kite": ("may_overlap", "thunderbolt")}


def test_whoever_may_overlap_a_part_may_overlap_the_whole() -> None:
    whole, part = case("whole", 400), case("part", 50, part_of=("whole",))
    found = of(whole, part, case("other", 60, may_overlap=["part"]))
    assert counted(found) == {"whole": 400}
    assert left(found)["other"] == ("may_overlap", "whole")


def test_a_part_that_states_nothing_hands_no_overlap_up() -> None:
    whole, part = case("whole", 400), case("part", part_of=("whole",))
    found = of(whole, part, case("other", 60, may_overlap=["part"]))
    assert counted(found) == {"whole": 400, "other": 60}


def test_a_part_may_overlap_its_whole_without_harm() -> None:
    found = of(case("whole", 4), case("part", 2, part_of=("whole",), may_overlap=["whole"]))
    assert counted(found) == {"whole": 4}
    assert left(found) == {"part": ("inside", "whole")}
