"""The chain from arrest to sentence, and how long ago an operation ended."""

from __future__ import annotations

from datetime import date

import pytest

from operations.totals import Stage, chain, days_since_end

from .documents import document, stated


def states(*figures: dict[str, object]) -> dict[str, tuple[str, str | None]]:
    return {
        link.stage.value: (link.state.value, link.figure.id if link.figure else None)
        for link in chain(document(*figures))
    }


def test_every_stage_is_there_in_order_and_victims_stand_beside() -> None:
    links = chain(document())
    assert [link.stage.value for link in links if not link.is_beside] == [
        "arrested",
        "charged",
        "prosecuted",
        "convicted",
        "sentenced",
    ]
    assert [link.stage for link in links if link.is_beside] == [
        Stage.VICTIMS_IDENTIFIED,
        Stage.VICTIMS_ASSISTED,
    ]


def test_zero_not_stated_and_not_looked_are_three_things() -> None:
    found = states(
        stated("persons_charged", 0), stated("persons_convicted", value_type="not_stated")
    )
    assert found["charged"] == ("stated", "op.1")
    assert found["convicted"] == ("not_stated", "op.2")
    assert found["sentenced"] == ("not_looked", None)


def test_words_are_stated_and_a_suppressed_number_says_so() -> None:
    found = states(
        stated("persons_arrested", value_type="verbal_only"),
        stated("victims_identified", value_type="suppressed"),
    )
    assert found["arrested"] == ("stated", "op.1")
    assert found["victims_identified"] == ("suppressed", "op.2")


def test_a_stage_shows_the_figure_that_a_list_would_show() -> None:
    found = states(
        stated("persons_arrested", 28, sex="female"),
        stated("persons_arrested", 122),
        stated("persons_arrested", 868, reporting_status="interim", scope="all_offences"),
        stated("persons_arrested", 2320, scope="all_offences"),
    )
    assert found["arrested"] == ("stated", "op.4")


def test_a_part_breaks_the_silence_where_no_whole_is_stated() -> None:
    charged = stated("persons_charged", 12, part_of="op.1", breakdown="partial")
    silent = stated("persons_charged", value_type="not_stated", scope="all_offences")
    found = states(stated("persons_arrested", 66), charged, silent)
    assert found["charged"] == ("stated", "op.2")


def test_people_in_prison_have_been_sentenced() -> None:
    assert states(stated("persons_imprisoned", 3))["sentenced"] == ("stated", "op.1")
    both = states(stated("persons_imprisoned", 3), stated("persons_sentenced", 4))
    assert both["sentenced"] == ("stated", "op.2")
    silent = stated("persons_sentenced", value_type="not_stated")
    assert states(silent, stated("persons_imprisoned", 3))["sentenced"] == ("stated", "op.2")


def test_a_link_as_json_names_stage_state_and_figure() -> None:
    links = chain(document(stated("persons_arrested", 5)))
    assert [link.as_dict() for link in links[:2]] == [
        {"stage": "arrested", "state": "stated", "figure": "op.1"},
        {"stage": "charged", "state": "not_looked", "figure": None},
    ]


@pytest.mark.parametrize(
    ("edtf", "status", "days"),
    [
        ("2024-01-01/2024-01-31", "concluded", 30),
        ("2024-02", "not_stated", 1),
        ("2024-03-01", "not_stated", 0),
        ("2024-03-02", "not_stated", None),
        ("2024-01-01/", "concluded", None),
        ("2024-01-01/..", "not_stated", None),
        ("/2024-02-28", "concluded", 2),
        ("2024-01-01/2024-01-31", "ongoing", None),
        ("", "concluded", None),
    ],
)
def test_days_count_from_the_last_possible_day_of_a_known_end(
    edtf: str, status: str, days: int | None
) -> None:
    shown = document(edtf=edtf, status=status)
    assert days_since_end(shown, date(2024, 3, 1)) == days
