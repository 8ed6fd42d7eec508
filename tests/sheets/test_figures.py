"""Which figure a row speaks of: by its number, by its claim, by its name in the file."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Figure, Operation, PrivacyOverride
from tests import factories

from . import files
from .files import Brought, Row
from .world import World

pytestmark = pytest.mark.django_db


def row(**more: Any) -> Row:
    return {
        "operation": "raid",
        "figure": "",
        "measure": "persons_arrested",
        "scope": "all_offences",
        "counted_in": "hk",
        **more,
    }


@pytest.fixture
def raid(world: World) -> Operation:
    """38 arrested, of whom 30 men and 8 women."""
    made = factories.operation("raid")
    whole = factories.figure(made, 38, cited=[world.daily])
    factories.part(whole, 30, sex="male", cited=[world.daily])
    factories.part(whole, 8, sex="female", cited=[world.daily])
    return made


def bring(desk: Client, *rows: Row) -> Brought:
    return files.bring(desk, files.csv_file(list(rows)), "figures.csv")


def values() -> list[tuple[int, int | None]]:
    found = Figure.objects.order_by("number").values_list("number", "value")
    return [(number, None if value is None else int(value)) for number, value in found]


def test_a_number_says_which_figure_changes(desk: Client, raid: Operation) -> None:
    brought = bring(desk, row(figure="1", value=40), row(figure="raid.2", value=32))
    [change] = brought.result["changes"]
    assert change["lines"] == [
        {"figure": "raid.1", "column": "value", "before": "38", "after": "40"},
        {"figure": "raid.2", "column": "value", "before": "30", "after": "32"},
    ]
    assert values() == [(1, 38), (2, 30), (3, 8)]
    brought.confirm()
    assert values() == [(1, 40), (2, 32), (3, 8)]


def test_columns_that_a_file_does_not_have_leave_things_as_they_are(
    desk: Client, raid: Operation
) -> None:
    bring(desk, {"operation": "raid", "figure": "2", "note_en": "As printed."}).confirm()
    figure = Figure.objects.get(number=2)
    assert figure.value == 30
    assert (figure.sex, figure.note_en) == ("male", "As printed.")
    assert [c.source.code for c in figure.citations.all()] == ["daily"]


def test_an_empty_cell_empties_what_was_there(desk: Client, raid: Operation) -> None:
    Figure.objects.filter(number=1).update(note_en="Old.")
    bring(desk, {"operation": "raid", "figure": "1", "note_en": ""}).confirm()
    assert Figure.objects.get(number=1).note_en == ""


def test_a_row_without_number_is_the_figure_that_makes_the_same_claim(
    desk: Client, raid: Operation
) -> None:
    bring(desk, row(value=38, note_en="Headcount.")).confirm()
    assert values() == [(1, 38), (2, 30), (3, 8)]
    assert Figure.objects.get(number=1).note_en == "Headcount."


def test_parts_are_found_under_their_whole(desk: Client, raid: Operation) -> None:
    part = {"part_of": "1", "breakdown": "partition", "breakdown_set": "sex"}
    again = bring(desk, row(value=30, sex="male", **part), row(value=8, sex="female", **part))
    assert (again.result["changed"], again.result["unchanged"]) == (0, 1)
    other = {**part, "breakdown": "partial", "breakdown_set": "origin"}
    bring(desk, row(value=30, sex="male", **other)).confirm()
    assert values() == [(1, 38), (2, 30), (3, 8), (4, 30)]


def test_rivals_are_added_beside_each_other(desk: Client, raid: Operation) -> None:
    bring(desk, row(value=41)).confirm()
    assert values() == [(1, 38), (2, 30), (3, 8), (4, 41)]


def test_the_same_claim_twice_in_one_file_is_refused(desk: Client, raid: Operation) -> None:
    brought = bring(desk, row(value=50), row(value=50))
    assert brought.faults == [
        (3, "value", "The same claim as in row 2: make it one row with the sources of both.")
    ]


def test_figures_named_other_are_told_apart_by_their_note(desk: Client, raid: Operation) -> None:
    rows = [row(measure="other", value=5, note_en=note) for note in ("Dogs.", "Boats.")]
    bring(desk, *rows).confirm()
    assert len(values()) == 5
    assert bring(desk, *rows).result["unchanged"] == 1


def test_names_of_rows_build_parts_of_parts(desk: Client, raid: Operation) -> None:
    part = {"breakdown": "partial", "measure": "persons_charged"}
    bring(
        desk,
        row(figure="#c", value=2, sex="male", part_of="#b", breakdown_set="sex", **part),
        row(figure="#b", value=5, residency="mainland", part_of="#a", breakdown_set="from", **part),
        row(figure="#a", value=9, measure="persons_charged"),
    ).confirm()
    tree = Figure.objects.filter(measure="persons_charged").order_by("number")
    assert [figure.number for figure in tree] == [4, 5, 6]
    assert [figure.part_of.number if figure.part_of else 0 for figure in tree] == [0, 4, 5]


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ({"figure": "elsewhere.1"}, "figure", "Expected a number of this operation, a name"),
        ({"part_of": "#z"}, "part_of", "There is no figure “#z” in this operation."),
        ({"remove": "yes"}, "remove", "Say by its number which figure to remove."),
        ({"remove": "perhaps"}, "remove", "“perhaps” is neither yes nor no."),
        ({"operation": "rade"}, "operation", "There is no operation “rade”. Did you mean “raid”?"),
        ({"operation": ""}, "operation", "Say which operation the figure belongs to."),
        ({"counted_in": "hkk"}, "counted_in", "There is no place “hkk”. Did you mean “hk”?"),
        ({"counted_in": ""}, "counted_in", "It is missing."),
        ({"measure": ""}, "measure", "It is missing."),
        ({"citations": "dayly"}, "citations", "There is no source “dayly”."),
        ({"citations": "daily; daily"}, "citations", "The same source stands twice."),
        ({"citations": "daily (Flat 5)"}, "citations", "“Flat 5”"),
        ({"qualifier": "range"}, "low", "A range needs low and high; no other figure has them."),
        ({"value": ""}, "value", "A stated figure needs a number; any other has none."),
        ({"currency": "HKD"}, "currency", "Money needs a currency; nothing else has one."),
        ({"rank": "preferred"}, "rank_reason", "A preferred or deprecated figure needs a reason."),
        ({"breakdown": "partition"}, "breakdown", "A part needs a breakdown and its set;"),
        ({"age_from": "30", "age_to": "20"}, "age_from", "Ages must stand in order."),
        ({"age_from": "1.5"}, "age_from", "“1.5” is not a whole number."),
        ({"as_at": "2024-13"}, "as_at", "2024-13"),
        ({"covers": "nothing"}, "covers", "There is no operation “nothing”."),
        ({"revision": "x"}, "revision", "“x” is not a number."),
    ],
)
def test_what_a_row_gets_wrong_is_named_by_its_column(
    desk: Client, raid: Operation, typed: Row, column: str, words: str
) -> None:
    brought = bring(desk, row(**{"value": 77, **typed}))
    [(number, name, sentence)] = brought.faults
    assert (number, name) == (2, column)
    assert words in sentence
    assert values() == [(1, 38), (2, 30), (3, 8)]


def test_figures_are_removed_when_a_row_says_so(desk: Client, raid: Operation) -> None:
    bring(
        desk,
        {"operation": "raid", "figure": "2", "remove": "yes"},
        {"operation": "raid", "figure": "3", "remove": "yes"},
    ).confirm()
    assert values() == [(1, 38)]
    brought = bring(desk, row(figure="3", value=8))
    assert "a number is never given again" in brought.faults[0][2]
    bring(desk, row(value=8)).confirm()
    assert values() == [(1, 38), (4, 8)]


def test_preference_passes_from_one_figure_to_another(desk: Client, raid: Operation) -> None:
    ruled = {"rank_reason": "official_over_secondary"}
    reason = {"rank": "preferred", **ruled}
    bring(desk, row(figure="1", value=38, **reason), row(value=41, rank="normal")).confirm()
    bring(
        desk,
        row(figure="4", value=41, **reason),
        row(figure="1", value=38, rank="normal", rank_reason=""),
    ).confirm()
    ranks = Figure.objects.order_by("number").values_list("number", "rank")
    assert dict(ranks)[1] == "normal"
    assert dict(ranks)[4] == "preferred"


def test_two_preferred_rivals_are_refused(desk: Client, raid: Operation) -> None:
    reason = {"rank": "preferred", "rank_reason": "official_over_secondary"}
    brought = bring(desk, row(value=41, **reason), row(value=42, **reason))
    assert [(number, column) for number, column, _ in brought.faults] == [(3, "rank")]


def test_what_an_administrator_let_stand_stands_while_nobody_touches_it(
    desk: Client, raid: Operation
) -> None:
    Figure.objects.filter(number=1).update(note_en="Mr Chan said so.")
    PrivacyOverride.objects.create(
        record="figure", code="raid.1", field="note_en", excerpt="Mr Chan", reason="An official."
    )
    bring(desk, {"operation": "raid", "figure": "1", "confidence": "high"}).confirm()
    assert Figure.objects.get(number=1).confidence == "high"
    touched = {"operation": "raid", "figure": "1", "note_en": "Mr Chan said so again."}
    assert [column for _row, column, _text in bring(desk, touched).faults] == ["note_en"]
