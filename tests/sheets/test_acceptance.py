"""Three good rows and four bad ones: nothing is written, each bad one is named; then it loads."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Edition, Figure, Operation, Revision
from tests.importing import package as p

from . import files
from .files import Row
from .world import World

OPERATIONS: list[Row] = [
    {"id": "good-1", "name_en": "Good one", "kind": "anti_vice", "dates": "2024-01"},
    {"id": "good-2", "name_en": "Good two", "kind": "anti_triad", "dates": "2024-02-01"},
    {"id": "good-3", "name_en": "Good three", "kind": "anti_vice", "dates": ""},
    {"id": "bad-code", "name_en": "Bad code", "kind": "anti_vise", "dates": "2024"},
    {"id": "bad-date", "name_en": "Bad date", "kind": "anti_vice", "dates": "2024-02-30"},
    {"id": "bad-text", "name_en": "Arrest of Mr Chan Tai-man", "kind": "anti_vice", "dates": ""},
    {"id": "bad-sum", "name_en": "Bad sum", "kind": "anti_vice", "dates": "2024"},
]
UNKNOWN_CODE = (
    "There is no code “anti_vise”. Known: organised_crime_sweep, anti_triad, vice_syndicate,"
    " anti_vice, trafficking_case. Did you mean “anti_vice”?"
)
MENDED = {
    "bad-code": {"kind": "anti_vice"},
    "bad-date": {"dates": "2024-02-29"},
    "bad-text": {"name_en": "Arrest in Wan Chai"},
}


def claim(name: str, value: int, **more: Any) -> Row:
    return {
        "operation": "bad-sum",
        "figure": name,
        "measure": "persons_arrested",
        "value": value,
        "scope": "all_offences",
        "counted_in": "hk",
        "sex": "",
        "part_of": "",
        "breakdown": "",
        "breakdown_set": "",
        "citations": "daily (para 2)",
        **more,
    }


def figures(women: int) -> list[Row]:
    part = {"part_of": "#a", "breakdown": "partition", "breakdown_set": "sex"}
    return [
        claim("#a", 6400),
        claim("", 4115, sex="male", **part),
        claim("", women, sex="female", **part),
    ]


def operations(*, mended: bool) -> list[Row]:
    return [{**row, **(MENDED.get(row["id"], {}) if mended else {})} for row in OPERATIONS]


def counts() -> tuple[int, int, int]:
    return Operation.objects.count(), Figure.objects.count(), Revision.objects.count()


@pytest.mark.django_db
def test_a_spreadsheet_with_bad_rows_writes_nothing_and_names_each(
    desk: Client, world: World
) -> None:
    content = files.xlsx_file(operations=operations(mended=False), figures=figures(2284))
    brought = files.bring(desk, content, "entry.xlsx")
    assert brought.state == "faulty"
    assert counts() == (0, 0, 0)
    assert brought.faults == [
        (
            5,
            "kind",
            UNKNOWN_CODE,
        ),
        (6, "dates", brought.faults[1][2]),
        (7, "name_en", brought.faults[2][2]),
        (
            2,
            "value",
            "The parts row 3, row 4 add up to 6,399; the whole row 2 is 6,400; 1 missing.",
        ),
    ]
    assert "2024-02-30" in brought.faults[1][2]
    assert "Mr Chan" in brought.faults[2][2]
    page = brought.page()
    for where in ("operations, row 5", "operations, row 6", "operations, row 7", "figures, row 2"):
        assert where in page


@pytest.mark.django_db
def test_corrected_it_loads_and_loaded_again_nothing_changes(desk: Client, world: World) -> None:
    content = files.xlsx_file(operations=operations(mended=True), figures=figures(2285))
    files.bring(desk, content, "entry.xlsx").confirm()
    assert counts() == (7, 3, 7)
    assert not Edition.objects.exists()
    again = files.bring(desk, content, "entry.xlsx")
    assert again.state == "checked"
    assert again.result["unchanged"] == 7
    assert "Nothing would change." in again.page()
    assert counts() == (7, 3, 7)


@pytest.mark.django_db
def test_the_same_holds_for_csv_one_table_a_file(desk: Client, world: World) -> None:
    bad = files.bring(desk, files.csv_file(operations(mended=False)), "operations.csv")
    assert [(row, column) for row, column, _ in bad.faults] == [
        (5, "kind"),
        (6, "dates"),
        (7, "name_en"),
    ]
    assert counts() == (0, 0, 0)
    good = files.csv_file(operations(mended=True))
    files.bring(desk, good, "operations.csv").confirm()
    wrong = files.bring(desk, files.csv_file(figures(2284)), "figures.csv")
    assert [(row, column) for row, column, _ in wrong.faults] == [(2, "value")]
    right = files.csv_file(figures(2285))
    files.bring(desk, right, "figures.csv").confirm()
    assert counts() == (7, 3, 8)
    for content in (good, right):
        assert files.bring(desk, content, "again.csv").result["unchanged"] in (7, 1)
    assert counts() == (7, 3, 8)


def documents(*, mended: bool, women: int) -> list[Row]:
    def document(row: Row) -> Row:
        figures = []
        if row["id"] == "bad-sum":
            part = {"part_of": "bad-sum.1", "breakdown": "partition", "breakdown_set": "sex"}
            figures = [
                p.figure("bad-sum.1", 6400, citations=[]),
                p.figure("bad-sum.2", 4115, citations=[], **part),
                p.figure("bad-sum.3", women, citations=[], **part),
            ]
        dates = {"edtf": row["dates"], "derived": False, "note": p.pair()}
        return p.operation(
            row["id"],
            name=p.pair(row["name_en"]),
            kind=row["kind"],
            dates=dates,
            figures=figures,
            places=[],
            sources=[],
        )

    return [document(row) for row in operations(mended=mended)]


@pytest.mark.django_db
def test_the_same_holds_for_json(desk: Client, world: World) -> None:
    bad = files.bring(desk, files.json_file(*documents(mended=False, women=2284)), "x.json")
    assert bad.spots == [
        ("operations[3]", "kind"),
        ("operations[4]", "dates"),
        ("operations[5]", "name_en"),
        ("operations[6].figures[0]", "value"),
    ]
    assert counts() == (0, 0, 0)
    content = files.json_file(*documents(mended=True, women=2285))
    files.bring(desk, content, "x.json").confirm()
    assert counts() == (7, 3, 7)
    assert files.bring(desk, content, "x.json").result["unchanged"] == 7
