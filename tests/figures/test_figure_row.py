"""The figure that stands for an operation in a list."""

from __future__ import annotations

from hypothesis import given

from operations.figures import Figure, headlines, row_figure

from .build import figure, mixtures, part


def _row(*made: Figure) -> str | None:
    chosen = row_figure(reversed(made))
    return chosen.id if chosen else None


def test_an_operation_without_figures_has_none() -> None:
    assert _row() is None


def test_thunderbolt_2023_shows_all_arrests_in_hong_kong() -> None:
    made = [
        figure(1, 6400, scope="not_stated", tier=3),
        figure(2, 1140, measure="persons_referred_for_prosecution", counted_in="mo"),
        figure(3, 122, measure="persons_suspected", counted_in="mo"),
        figure(4, 83000, measure="officers_deployed", scope="not_applicable", tier=1),
        figure(5, None, value_type="not_stated", scope="sex_trafficking", tier=1),
        figure(6, 6400),
        part(7, 4115, of="op.6", sex="male"),
        part(8, 2285, of="op.6", sex="female"),
    ]
    assert _row(*made) == "op.6"


def test_thunderbolt_2021_shows_the_final_count_of_hong_kong() -> None:
    made = [
        figure(1, 5500, measure="persons_arrested_or_taken_in", counted_in="hk+cn.gd+mo"),
        figure(2, 868, reporting_status="interim"),
        figure(3, 2320, reporting_status="final"),
        figure(4, 1100, counted_in="cn.gd", qualifier="at_least"),
    ]
    assert _row(*made) == "op.3"


def test_a_joint_operation_shows_the_combined_place_and_no_part_of_it() -> None:
    joint = {"counted_in": "hk+cn.gd+mo", "scope": "vice"}
    made = [
        figure(1, 18, as_at="2025-10-14", **joint),
        part(2, 3, scope="vice"),
        part(3, 8, scope="vice", counted_in="mo"),
        figure(4, 122, as_at="2025-10-15", **joint),
        figure(5, 58, measure="persons_intercepted", counted_in="hk+cn.gd+mo"),
        figure(6, 12, counted_in="mo"),
        figure(7, 9, counted_in="th+mo"),
        figure(8, 4, counted_in="hk.ytm"),
    ]
    assert _row(*made) == "op.4"


def test_places_come_in_a_stated_order() -> None:
    places = ["hk", "hk+mo", "cn.gd+mo", "hk.ytm", "mo"]
    made = [figure(n, counted_in=place) for n, place in zip((5, 4, 3, 2, 1), places, strict=True)]
    for first in range(len(made)):
        assert _row(*made[first:]) == made[first].id


def test_a_place_that_only_begins_like_hong_kong_is_elsewhere() -> None:
    assert _row(figure(1, counted_in="hkx"), figure(2, counted_in="hkpf.k_west")) == "op.2"


def test_in_one_place_the_widest_scope_is_shown_and_an_unstated_one_last() -> None:
    made = [figure(1, scope="not_stated"), figure(2, scope="triad"), figure(3, scope="vice")]
    assert _row(*made) == "op.3"
    assert _row(*made, figure(4, scope="all_offences")) == "op.4"


def test_the_place_comes_before_the_scope() -> None:
    assert _row(figure(1, counted_in="hk+mo"), figure(2, scope="triad")) == "op.2"


def test_a_derived_count_in_hong_kong_never_hides_a_sourced_joint_one() -> None:
    assert _row(figure(1, tier=3), figure(2, counted_in="hk+mo", tier=2)) == "op.2"


def test_the_only_count_of_november_2024_is_shown_though_derived() -> None:
    assert _row(figure(1, 28, tier=3, scope="sex_trafficking")) == "op.1"


def test_without_arrests_another_outcome_is_shown_before_premises_and_officers() -> None:
    made = [
        figure(1, 80, measure="officers_deployed", scope="not_applicable"),
        figure(2, 9, measure="premises_raided", scope="not_applicable"),
        figure(3, 58, measure="persons_intercepted"),
        figure(4, 7, measure="victims_identified"),
    ]
    assert _row(*made) == "op.4"
    assert _row(*made[:3]) == "op.3"
    assert _row(*made[:2]) == "op.1"


def test_nobody_singled_out_comes_before_women_arrested() -> None:
    women = figure(1, 12, sex="female")
    assert _row(women, figure(2, 58, measure="persons_intercepted")) == "op.2"


def test_arrests_that_single_out_are_shown_when_nothing_else_tells_an_outcome() -> None:
    women = figure(2, 28, sex="female")
    officers = figure(1, 80, measure="officers_deployed", scope="not_applicable")
    assert _row(women, officers) == "op.2"


def test_arrests_for_one_offence_come_after_arrests_for_all() -> None:
    assert _row(figure(1, 16, offence="hk.200.137"), figure(2, 28, scope="vice")) == "op.2"


def test_premises_of_one_offence_come_after_premises_of_all() -> None:
    some = figure(1, 4, measure="premises_checked", offence="hk.200.139")
    assert _row(some, figure(2, 9, measure="premises_raided")) == "op.2"


def test_something_stated_is_shown_before_arrests_not_stated() -> None:
    silent = figure(1, None, value_type="not_stated")
    hidden = figure(3, None, value_type="suppressed", scope="vice")
    assert _row(silent, hidden, figure(2, 7, measure="victims_identified")) == "op.2"
    assert _row(silent) == "op.1"
    assert _row(silent, hidden) == "op.3"


def test_a_number_is_shown_before_words() -> None:
    words = figure(1, None, value_type="verbal_only")
    assert _row(words, figure(2, 24, scope="vice")) == "op.2"


def test_the_whole_time_is_shown_before_one_year_of_it() -> None:
    assert _row(figure(1, 40, period="2011"), figure(2, 90)) == "op.2"


def test_parts_alone_show_nothing() -> None:
    assert _row(part(2, 3, of="op.1")) is None


def test_a_code_that_nobody_knows_is_shown_last() -> None:
    assert _row(figure(1, measure="persons_counted"), figure(2, measure="other")) == "op.2"


@given(mixtures())
def test_the_figure_of_a_row_is_a_whole_headline(made: list[Figure]) -> None:
    wholes = [each for each in headlines(made).values() if each.is_whole]
    chosen = row_figure(made)
    assert chosen in wholes if wholes else chosen is None
    plain = [each for each in wholes if not each.singles_out]
    if plain:
        assert chosen in plain
