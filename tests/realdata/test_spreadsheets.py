"""The real record goes out as a spreadsheet and comes back without a change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from operations.models import Figure, Operation, Revision
from tests import factories
from tests.sheets.files import Brought, bring

pytestmark = pytest.mark.usefixtures("real_data")
FORMS = ("xlsx", "operations_csv", "figures_csv", "json")


@pytest.fixture
def desk(settings: LazySettings, tmp_path: Path, real_data: None) -> Client:
    settings.DATA_DIR = tmp_path
    client = Client()
    client.force_login(factories.user("chief", is_staff=True, is_superuser=True))
    return client


def export(desk: Client, form: str, *codes: str) -> bytes:
    """What the action of the list gives."""
    chosen = Operation.objects.filter(code__in=codes) if codes else Operation.objects.all()
    data = {"action": f"export_{form}", "_selected_action": [each.pk for each in chosen]}
    response: Any = desk.post(reverse("admin:operations_operation_changelist"), data)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return bytes(response.content)


def back(desk: Client, form: str, content: bytes) -> Brought:
    brought = bring(desk, content, f"back.{form.replace('_', '.')}")
    assert brought.state == "checked", brought.result
    return brought


@pytest.mark.parametrize("form", FORMS)
def test_the_whole_record_goes_out_and_back_without_a_change(desk: Client, form: str) -> None:
    revisions = Revision.objects.count()
    brought = back(desk, form, export(desk, form))
    result = brought.result
    assert (result["new"], result["changed"]) == (0, 0)
    assert result["unchanged"] == Operation.objects.count()
    assert "Nothing would change." in brought.page()
    assert Revision.objects.count() == revisions


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_thunderbolt_2023_makes_the_same_operation_where_it_is_not_recorded(
    desk: Client, form: str
) -> None:
    content = export(desk, form, "thunderbolt-2023")
    renamed = content
    for end in (b'"', b"."):
        renamed = renamed.replace(b'"thunderbolt-2023' + end, b'"thunderbolt-2099' + end)
    if form == "xlsx":
        renamed = renamed_workbook(content)
    brought = back(desk, form, renamed).confirm()
    assert brought.state == "done", brought.result
    old, new = (figures(f"thunderbolt-{year}") for year in ("2023", "2099"))
    assert len(new) == 19
    assert new == old


def renamed_workbook(content: bytes) -> bytes:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content))
    for name in ("operations", "figures"):
        for [cell, *_others] in book[name].iter_rows(min_row=2):
            cell.value = "thunderbolt-2099"
        for cell in book[name]["B"][1:]:
            cell.value = None
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def figures(code: str) -> list[tuple[Any, ...]]:
    found = Figure.objects.filter(operation__code=code).order_by("number")
    return [
        (
            figure.number,
            figure.measure,
            figure.value,
            figure.sex,
            figure.part_of.number if figure.part_of else None,
            figure.note_zh_hant,
            figure.claim_key.partition("|")[2].replace(code, "id"),
            [(c.source.code, c.locator) for c in figure.citations.all()],
        )
        for figure in found
    ]
