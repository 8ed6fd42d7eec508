"""The way of a file through the admin: who may, how far it is, what is kept of it."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from operations import roles
from operations.models import Edition, Figure, Import, Operation, Revision, Source
from operations.sheets.applying import plan as applying
from operations.sheets.progress import Progress
from tests import factories
from tests.admin.conftest import at_desk, employ, with_rights

from . import files
from .files import Row
from .world import World

pytestmark = pytest.mark.django_db
NEW: Row = {"id": "raid", "name_en": "Raid", "kind": "anti_vice"}


def bring(desk: Client, *rows: Row) -> files.Brought:
    return files.bring(desk, files.csv_file(list(rows) or [NEW]), "operations.csv")


def addresses(record: Import) -> list[tuple[str, str]]:
    one = [record.pk]
    return [
        ("get", reverse("admin:operations_import_changelist")),
        ("get", reverse("admin:operations_import_add")),
        ("post", reverse("admin:operations_import_add")),
        ("get", reverse("admin:operations_import_change", args=one)),
        ("get", reverse("admin:operations_import_status", args=one)),
        ("get", reverse("admin:operations_import_faults", args=one)),
        ("get", reverse("admin:operations_import_template", args=["xlsx"])),
        *(
            ("post", reverse(f"admin:operations_import_{step}", args=one))
            for step in ("confirm", "again", "discard")
        ),
    ]


def test_only_those_who_may_import_reach_any_of_it(desk: Client, world: World) -> None:
    record = bring(desk).record
    assert record is not None
    without = at_desk(employ("contributor", roles.CONTRIBUTOR))
    outsider = Client()
    for method, address in addresses(record):
        assert getattr(without, method)(address).status_code == 403, address
        sent = getattr(outsider, method)(address)
        assert sent.status_code == 302
        assert sent["Location"].startswith("/admin/login/")
        assert outsider.get(sent["Location"]).status_code == 200
    assert Import.objects.get().state == "checked"


def test_steps_are_taken_by_post_only(desk: Client, world: World) -> None:
    record = bring(desk).record
    assert record is not None
    for step in ("confirm", "again", "discard"):
        address = reverse(f"admin:operations_import_{step}", args=[record.pk])
        assert desk.get(address).status_code == 405


def test_whoever_may_not_add_or_change_is_told_at_the_row(world: World) -> None:
    factories.operation("old", name_en="Old")
    desk = at_desk(with_rights("reader", "import_operation"))
    brought = bring(desk, NEW, {**NEW, "id": "old", "name_en": "Changed"})
    assert (2, "id", "You may not record new operations.") in brought.faults
    assert (3, "id", "You may not change operations.") in brought.faults


def test_writing_is_all_or_nothing(desk: Client, world: World) -> None:
    brought = bring(desk, NEW, {**NEW, "id": "other"})
    with mock.patch.object(applying, "save_revisions", side_effect=IntegrityError("broken")):
        brought.confirm()
    assert brought.state == "failed"
    assert not Operation.objects.exists()
    assert not Revision.objects.exists()
    assert "A fault of the software; it is in the log. Nothing was written." in brought.page()
    brought.step("again").confirm()
    assert Operation.objects.count() == 2


def test_nothing_is_published(desk: Client, world: World) -> None:
    published = factories.published("raid")
    before = Edition.objects.get().sha256
    bring(desk, {**NEW, "revision": "1", "name_en": "Renamed by file"}).confirm()
    published.refresh_from_db()
    assert published.name_en == "Renamed by file"
    assert Edition.objects.get().sha256 == before


def test_the_file_is_private_and_goes_once_it_is_written(
    desk: Client, world: World, data_dir: Path
) -> None:
    brought = bring(desk)
    [stored] = (file for file in (data_dir / "imports").iterdir() if not file.suffix)
    assert stored.stat().st_mode & 0o777 == 0o600
    assert brought.record is not None
    with pytest.raises(ValueError, match="private files have no address"):
        _ = brought.record.file.url
    brought.confirm()
    assert list((data_dir / "imports").iterdir()) == []
    assert brought.state == "done"


def test_a_discarded_file_leaves_nothing(desk: Client, world: World, data_dir: Path) -> None:
    bring(desk).step("discard")
    assert not Import.objects.exists()
    assert list((data_dir / "imports").iterdir()) == []


def test_what_nobody_confirms_goes_after_a_week(desk: Client, world: World, data_dir: Path) -> None:
    bring(desk, {**NEW, "id": "old"})
    Import.objects.update(changed_at=timezone.now() - timedelta(days=8))
    bring(desk, {**NEW, "id": "new"})
    assert [change["code"] for change in Import.objects.get().result["changes"]] == ["new"]


def test_checking_again_sees_what_was_recorded_since(desk: Client, world: World) -> None:
    brought = bring(desk, {**NEW, "places": "mo"})
    assert brought.faults == [(2, "places", "There is no place “mo”.")]
    factories.place("mo")
    brought.step("again").confirm()
    assert Operation.objects.get().places.get().code == "mo"


def waiting(desk: Client, **values: Any) -> Import:
    record = bring(desk).record
    assert record is not None
    Import.objects.filter(pk=record.pk).update(**values)
    record.refresh_from_db()
    return record


def told(desk: Client, record: Import) -> dict[str, Any]:
    found: dict[str, Any] = desk.get(
        reverse("admin:operations_import_status", args=[record.pk])
    ).json()
    return found


def test_progress_is_a_bar_a_number_and_the_first_faults(desk: Client, world: World) -> None:
    faulty = bring(desk, {**NEW, "kind": "x"}).result["faults"]
    assert faulty
    record = waiting(desk, state="checking")
    Progress(record, "check")(120, 2000)
    status = told(desk, record)
    assert (status["done"], status["total"]) == (120, 2000)
    assert status["words"] == "120 of 2000 operations"
    page = desk.get(reverse("admin:operations_import_change", args=[record.pk])).content.decode()
    assert '<progress id="bar" value="120" max="2000"></progress>' in page
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert "Write to the working copies" not in page


def test_a_file_that_waits_long_says_that_no_worker_seems_to_run(
    desk: Client, world: World
) -> None:
    record = waiting(desk, state="waiting")
    assert told(desk, record)["no_worker"] is False
    Import.objects.update(changed_at=timezone.now() - timedelta(seconds=30))
    assert told(desk, record)["no_worker"] is True


def test_a_worker_that_was_stopped_leaves_a_file_that_can_be_checked_again(
    desk: Client, world: World, data_dir: Path
) -> None:
    record = waiting(desk, state="writing")
    brought = files.Brought(desk, record, [])
    brought.step("again")
    assert brought.state == "writing"
    for file in (data_dir / "imports").glob("*.progress"):
        file.unlink()
    Import.objects.update(changed_at=timezone.now() - timedelta(minutes=3))
    assert told(desk, record)["stalled"] is True
    assert "The worker may have been stopped" in brought.page()
    brought.step("again")
    assert brought.state == "checked"


def test_faults_go_out_as_csv_that_no_spreadsheet_runs(desk: Client, world: World) -> None:
    brought = bring(desk, {**NEW, "kind": "=1+1"})
    assert brought.record is not None
    address = reverse("admin:operations_import_faults", args=[brought.record.pk])
    lines = desk.get(address).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "sheet,row,column,value,message"
    assert lines[1].startswith("operations,2,kind,'=1+1,\"There is no code “=1+1”.")


def test_new_sources_come_along(desk: Client, world: World) -> None:
    content = files.xlsx_file(
        operations=[NEW],
        figures=[
            {
                "operation": "raid",
                "measure": "persons_arrested",
                "scope": "all_offences",
                "counted_in": "hk",
                "value": 5,
                "citations": "gazette (p. 3; table 2)",
            }
        ],
        sources=[
            {
                "id": "gazette",
                "title": "A notice",
                "publisher": "The Gazette",
                "language": "en",
                "kind": "news_report",
                "url": "https://example.org/gazette",
                "accessed_on": "2026-01-02",
            }
        ],
    )
    brought = files.bring(desk, content, "x.xlsx").confirm()
    assert brought.result["sources"] == ["gazette"]
    [citation] = Figure.objects.get().citations.all()
    assert (citation.source.code, citation.locator) == ("gazette", "p. 3; table 2")
    again = files.bring(desk, content, "x.xlsx")
    assert again.result["unchanged"] == 1
    assert again.result["sources"] == []


def test_a_recorded_source_is_not_changed_by_a_file(desk: Client, world: World) -> None:
    row = {"id": "daily", "publisher": "The Weekly", "title": world.daily.title}
    brought = files.bring(desk, files.csv_file([row]), "sources.csv")
    [(number, column, sentence)] = brought.faults
    assert (number, column) == (2, "publisher")
    assert sentence.startswith("This source is recorded already, with “The Daily” here.")
    assert Source.objects.get(code="daily").publisher == "The Daily"


@pytest.mark.parametrize("name", ["operations.csv", "figures.csv", "sources.csv", "xlsx"])
def test_templates_explain_their_columns_and_hold_no_row(desk: Client, name: str) -> None:
    address = reverse("admin:operations_import_template", args=[name])
    response: Any = desk.get(address)
    assert response.status_code == 200
    brought = files.bring(desk, response.content, name)
    assert brought.refused == ["There is no row under the header."]


def test_the_template_offers_codes_to_choose_from(desk: Client) -> None:
    response: Any = desk.get(reverse("admin:operations_import_template", args=["xlsx"]))
    book = load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["operations", "figures", "sources", "code book", "lists"]
    assert book["lists"].sheet_state == "hidden"
    sheet = book["figures"]
    names = [cell.value for cell in sheet[1]]
    choices = {str(c.sqref).partition("2:")[0]: c for c in sheet.data_validations.dataValidation}
    letter = sheet.cell(1, names.index("measure") + 1).column_letter
    start, end = choices[letter].formula1.removeprefix("lists!").replace("$", "").split(":")
    listed = [cell.value for [cell] in book["lists"][start:end]]
    assert listed[0] == "operations_mounted"
    assert "persons_arrested" in listed
    code_book = {row[1]: row for row in book["code book"].values}
    assert code_book["measure"][4:] == ("one code of the list", "persons_arrested")


def test_no_template_of_another_name(desk: Client) -> None:
    for name in ("json", "other.csv"):
        address = reverse("admin:operations_import_template", args=[name])
        assert desk.get(address).status_code == 404
