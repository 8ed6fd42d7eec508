"""Whatever is recorded goes out and comes back as it was, and no cell is run on the way."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from operations import history
from operations.models import (
    Agency,
    Group,
    Offence,
    Operation,
    OperationLink,
    OperationRoute,
    Place,
    Revision,
    Series,
)
from operations.sheets.cells import neutral, normal, plain
from operations.sheets.columns.lists import Said
from tests import factories
from tests.admin.conftest import at_desk, with_rights

from . import files
from .world import World

FORMS = ("xlsx", "operations_csv", "figures_csv", "json")


@pytest.fixture
def everything(world: World) -> Operation:
    """An operation with something in every column, and texts that spreadsheets spoil."""
    factories.operation("campaign")
    other = factories.operation("other")
    made = factories.operation(
        "raid",
        name_en="=cmd|' /C calc'!A0",
        name_zh_hant="＝掃黃",
        aliases=["-1", "Two words"],
        summary_en="'=quoted\nSecond line\n\n  indented ",
        summary_zh_hant="@某人",
        flags=["single_source"],
        edtf="2024-11",
        edtf_derived=True,
        date_note_en="+852 is no number",
        internal_notes="Tab\tinside; semicolon",
        series=Series.objects.get(),
        parent=Operation.objects.get(code="campaign"),
        places=[Place.objects.get(code="hk.wan_chai")],
        offences=[Offence.objects.get()],
        groups=[Group.objects.get()],
        agencies=[Agency.objects.get()],
        sources=[world.release],
    )
    made.may_overlap.add(other)
    ends = {"origin": Place.objects.get(code="th"), "destination": world.hk}
    OperationRoute.objects.create(operation=made, **ends)
    OperationLink.objects.create(operation=made, kind="wikidata", url="https://example.org/a;b")
    whole = factories.figure(
        made,
        "6400.50",
        measure="criminal_proceeds_estimated",
        scope="not_applicable",
        currency="HKD",
        qualifier="about",
        covers=[other],
        as_at="2024-11-05",
        note_en="=1+1",
    )
    citation = whole.citations.get()
    citation.locator = "para 2; table (3) ) odd"
    citation.save()
    ranged = {"low": 10, "high": 20, "qualifier": "range"}
    arrests = factories.figure(made, None, **ranged, source_term="women", age_from=17, age_to=70)
    factories.part(arrests, 12, sex="female", cited=[], came_from="other.7")
    factories.figure(made, None, value_type="not_stated", measure="victims_identified", cited=[])
    return made


def export(desk: Client, form: str, *only: Operation) -> bytes:
    chosen = [str(each.pk) for each in only or Operation.objects.all()]
    data = {"action": f"export_{form}", "_selected_action": chosen}
    response: Any = desk.post(reverse("admin:operations_operation_changelist"), data)
    assert response.status_code == 200
    return bytes(response.content)


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_out_and_back_is_no_change(desk: Client, everything: Operation, form: str) -> None:
    brought = files.bring(desk, export(desk, form), f"x.{form.replace('_', '.')}")
    assert brought.state == "checked", brought.result
    assert (brought.result["new"], brought.result["changed"]) == (0, 0)
    assert brought.result["unchanged"] == (1 if form == "figures_csv" else 3)
    assert not Revision.objects.exists()


@pytest.mark.django_db
def test_a_revision_written_by_an_import_is_what_a_save_would_write(
    desk: Client, everything: Operation
) -> None:
    [document] = json.loads(export(desk, "json", everything))["operations"]
    document["summary"]["zh-Hant"] = "某人"
    files.bring(desk, files.json_file(document), "x.json").confirm()
    everything.refresh_from_db()
    last = history.latest(everything)
    assert last is not None
    assert (last.number, last.document) == (1, history.snapshot(everything))
    assert history.save_revision(everything, None) is None


@pytest.mark.django_db
def test_a_figure_remembers_where_it_came_from_though_the_file_is_silent(
    desk: Client, everything: Operation
) -> None:
    """Spreadsheets have no such column, and working files may leave the key out."""
    [document] = json.loads(export(desk, "json", everything))["operations"]
    for entry in document["figures"]:
        del entry["came_from"]
    brought = files.bring(desk, files.json_file(document), "x.json")
    assert brought.result["unchanged"] == 1
    document["summary"]["zh-Hant"] = "某人"
    document["figures"][2]["note"]["en"] = "Read again."
    files.bring(desk, files.json_file(document), "x.json").confirm()
    row = {"operation": "raid", "figure": "3", "note_zh_hant": "再讀"}
    files.bring(desk, files.csv_file([row]), "figures.csv").confirm()
    part = everything.figures.get(number=3)
    assert (part.note_en, part.note_zh_hant, part.came_from) == ("Read again.", "再讀", "other.7")


@pytest.mark.django_db
def test_no_cell_of_a_csv_export_begins_a_formula(desk: Client, everything: Operation) -> None:
    for form in ("operations_csv", "figures_csv"):
        text = export(desk, form).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [cell for cell in row if cell.startswith(tuple("=+-@＝\t\r"))]


@pytest.mark.django_db
def test_no_cell_of_a_spreadsheet_is_a_formula(desk: Client, everything: Operation) -> None:
    book = load_workbook(io.BytesIO(export(desk, "xlsx")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "=cmd|' /C calc'!A0" in [cell.value for cell in book["operations"]["C"]]


@pytest.mark.django_db
def test_an_export_needs_the_right_to_see(everything: Operation) -> None:
    desk = at_desk(with_rights("nobody", "view_source"))
    address = reverse("admin:operations_operation_changelist")
    data = {"action": "export_xlsx", "_selected_action": [str(everything.pk)]}
    assert desk.post(address, data).status_code == 403


@given(st.text(alphabet=st.sampled_from("'=+-@＝ \t\nab灣"), max_size=8))
def test_the_mark_against_formulas_comes_off_again(text: str) -> None:
    assert plain(neutral(text)) == normal(text)
    assert not neutral(text).lstrip(" ").startswith(tuple("=+-@＝\t\n"))


words = st.text(alphabet="ab (;1", max_size=12).map(str.strip)


def matched(text: str) -> str:
    """The text with a bracket at the end for each that is open."""
    return text + ")" * text.count("(")


@given(st.lists(st.tuples(st.from_regex(r"[a-z]{1,5}", fullmatch=True), words), max_size=3))
def test_citations_say_where_in_the_source(pairs: list[tuple[str, str]]) -> None:
    """Brackets that match are kept, whatever stands in them."""
    kind = Said("source", "locator", is_required=False)
    entries = [{"source": code, "locator": matched(said)} for code, said in pairs]
    assert kind.read(kind.write(entries)) == entries
