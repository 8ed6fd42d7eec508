"""CSV, XLSX and Parquet: the same rows and columns, each typed as its format can."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from operations.columns import FIGURES, OPERATIONS, TABLES
from operations.exports.tabular import xlsx
from operations.models import Edition, Operation
from tests import factories
from tests.exports.tables import (
    body,
    fetched,
    read_csv,
    read_parquet,
    read_xlsx,
    sheet_rows,
    sweep,
)

pytestmark = pytest.mark.django_db

FILES = [f"/{table}.{suffix}" for table in TABLES for suffix in ("csv", "xlsx", "parquet")]


def test_a_csv_has_the_columns_in_the_order_of_the_code_book() -> None:
    sweep()
    for table in TABLES.values():
        header = body(f"/{table.name}.csv").decode().split("\r\n")[0]
        assert header == ",".join(table.names)


def test_a_csv_row_says_what_the_document_says() -> None:
    sweep()
    [row] = read_csv("/operations.csv")
    expected = {
        "id": "sweep",
        "edition": "1",
        "name_en": "Sweep, “the big one”",
        "name_zh_hant": "大掃蕩",
        "summary_en": "Line one.\nLine two.",
        "dates": "2023-06-12/2023-09-21",
        "earliest": "2023-06-12",
        "latest": "2023-09-21",
        "dates_derived": "false",
        "series": "sweeps",
        "part_of": "",
        "agencies": "hkpf; immd",
        "agency_roles": "lead; supporting",
        "groups": "14k; wo",
        "relevance": "trafficking_offence",
        "sources": "paper",
        "figures": "sweep.1; sweep.2; sweep.3; sweep.4",
    }
    assert {name: row[name] for name in expected} == expected


def test_nothing_in_a_csv_is_run_by_a_spreadsheet() -> None:
    sweep()
    [row] = read_csv("/operations.csv")
    assert row["aliases"] == "'=SUM(A1); Big sweep"


def test_figures_are_a_row_each_with_their_scope_and_place() -> None:
    sweep()
    rows = read_csv("/figures.csv")
    assert [row["id"] for row in rows] == ["sweep.1", "sweep.2", "sweep.3", "sweep.4"]
    whole, part, _other, money = rows
    assert (whole["operation"], whole["value"], whole["scope"]) == ("sweep", "6400", "all_offences")
    assert (part["part_of"], part["sex"], part["age_from"]) == ("sweep.1", "male", "17")
    assert (money["value"], money["low"], money["high"]) == ("", "1.5", "2.25")
    assert (money["currency"], money["unit"]) == ("HKD", "money")


def test_the_mark_that_excel_needs_comes_only_when_asked_for() -> None:
    sweep()
    assert not body("/operations.csv").startswith(b"\xef\xbb\xbf")
    marked = body("/operations.csv?bom=1")
    assert marked.startswith(b"\xef\xbb\xbf" + OPERATIONS.names[0].encode())
    assert marked[3:] == body("/operations.csv?bom=0")


def test_xlsx_cells_are_typed() -> None:
    sweep()
    [row] = sheet_rows("/operations.xlsx", "operations")
    assert row["name_zh_hant"] == "大掃蕩"
    assert row["earliest"] == datetime(2023, 6, 12)  # noqa: DTZ001 - as the format has it
    assert row["dates_derived"] is False
    assert row["edition"] == 1
    assert row["aliases"] == "=SUM(A1); Big sweep"
    published = Edition.objects.get().valid_from
    assert row["published_at"] == published.astimezone(UTC).replace(tzinfo=None)
    figures = sheet_rows("/figures.xlsx", "figures")
    assert [figure["value"] for figure in figures] == [6400, 4000, 2400, None]
    assert figures[3]["low"] == 1.5


def test_xlsx_has_a_frozen_header_a_code_book_and_says_what_it_is() -> None:
    sweep()
    book = read_xlsx("/figures.xlsx?year=2023")
    assert book.sheetnames == ["figures", "codebook", "about"]
    assert book["figures"].freeze_panes == "B2"
    assert book["figures"]["A1"].font.bold
    names = [row[0] for row in book["codebook"].iter_rows(min_row=2, values_only=True)]
    assert names == FIGURES.names
    about = dict(book["about"].iter_rows(max_col=2, values_only=True))
    assert about["licence"] == "CC-BY-4.0"
    assert about["query"] == "year=2023"
    assert about["count"] == 4
    assert about["as_of"] == about["version"] == Edition.objects.get().content["published_at"]


def test_a_formula_in_a_text_stays_a_text_in_xlsx() -> None:
    sweep()
    book = read_xlsx("/operations.xlsx?fields=aliases")
    assert book["operations"]["A2"].data_type == "s"


def test_parquet_takes_numbers_that_are_not_exact_in_it() -> None:
    """Beyond 2 to the 53rd, as sums of money in dong or rupiah may be."""
    made = factories.operation("sweep")
    factories.figure(made, 9_007_199_254_740_993)
    factories.publish(made)
    [row] = read_parquet("/figures.parquet")
    [stated] = Edition.objects.get().content["figures"]
    assert stated["value"] >= 9_007_199_254_740_990
    assert row["value"] == float(stated["value"])


def test_parquet_keeps_lists_days_and_times() -> None:
    sweep()
    [row] = read_parquet("/operations.parquet")
    assert row["name_zh_hant"] == "大掃蕩"
    assert row["agencies"] == ["hkpf", "immd"]
    assert row["aliases"] == ["=SUM(A1)", "Big sweep"]
    assert row["earliest"] == date(2023, 6, 12)
    assert row["published_at"] == Edition.objects.get().valid_from
    assert row["part_of"] is None
    assert [figure["value"] for figure in read_parquet("/figures.parquet")] == [
        6400.0,
        4000.0,
        2400.0,
        None,
    ]


def test_the_three_formats_hold_the_same_rows() -> None:
    sweep()
    factories.published("other", edtf="1899-12")
    for table in TABLES:
        ids = [row["id"] for row in read_csv(f"/{table}.csv")]
        assert len(ids) == {"operations": 2, "figures": 5}[table]
        assert [row["id"] for row in sheet_rows(f"/{table}.xlsx", table)] == ids
        assert [row["id"] for row in read_parquet(f"/{table}.parquet")] == ids


def test_a_day_that_excel_has_no_number_for_is_a_text() -> None:
    factories.published("old", edtf="1899-12-31")
    [row] = sheet_rows("/operations.xlsx", "operations")
    assert (row["earliest"], row["dates"]) == ("1899-12-31", "1899-12-31")


@pytest.mark.parametrize("address", FILES)
def test_the_query_string_of_the_page_holds(address: str) -> None:
    sweep()
    factories.published("other")
    only = "operation" if "figures" in address else "id"
    read: Any = {"csv": read_csv, "parquet": read_parquet}.get(
        address.rpartition(".")[2], lambda it: sheet_rows(it, address[1:].partition(".")[0])
    )
    assert {row[only] for row in read(f"{address}?group=14k")} == {"sweep"}


@pytest.mark.parametrize("address", FILES)
def test_columns_can_be_chosen_and_stay_in_order(address: str) -> None:
    sweep()
    wanted = f"{address}?fields=sources,id&fields=part_of"
    if address.endswith("csv"):
        assert body(wanted).decode().startswith("id,part_of,sources\r\n")
    elif address.endswith("xlsx"):
        [header] = read_xlsx(wanted).worksheets[0].iter_rows(max_row=1, values_only=True)
        assert header == ("id", "part_of", "sources")
    else:
        assert list(read_parquet(wanted)[0]) == ["id", "part_of", "sources"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("fields=nope", "fields"),
        ("bom=yes", "bom"),
        ("bom=1&bom=0", "bom"),
        ("grup=14k", "grup"),
        ("page=2", "page"),
        ("year=soon", "year"),
    ],
)
def test_what_is_not_understood_is_named(query: str, parameter: str) -> None:
    response = Client().get(f"/operations.csv?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in response.json()["errors"]] == [parameter]


def test_everything_wrong_is_named_at_once() -> None:
    response = Client().get("/figures.csv?fields=nope&grup=14k&bom=x")
    named = [error["parameter"] for error in response.json()["errors"]]
    assert sorted(named) == ["bom", "fields", "grup"]


def test_only_a_csv_has_a_byte_order_mark() -> None:
    response = Client().get("/operations.xlsx?bom=1")
    assert response.status_code == 400


@pytest.mark.parametrize("address", FILES)
def test_every_file_says_licence_version_query_and_rows(address: str) -> None:
    sweep()
    response = fetched(f"{address}?group=14k")
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in response["Link"]
    assert response["X-Record-Version"] == Edition.objects.get().content["published_at"]
    assert response["X-Query"] == "group=14k"
    assert response["X-Row-Count"] == ("4" if "figures" in address else "1")
    assert response["Content-Disposition"] == f'attachment; filename="{address[1:]}"'


@pytest.mark.parametrize("address", FILES)
def test_an_empty_answer_is_a_whole_file(address: str) -> None:
    response = fetched(f"{address}?year=1950")
    assert response["X-Row-Count"] == "0"
    assert len(response.read) > 20


@pytest.mark.parametrize("address", FILES)
def test_the_same_record_is_the_same_bytes(address: str) -> None:
    sweep()
    assert body(address) == body(address)


def test_more_rows_than_the_format_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    sweep()
    response = Client().get("/figures.xlsx")
    assert response.status_code == 413
    assert "at most 3 rows" in response.json()["detail"]
    assert fetched("/operations.xlsx")["X-Row-Count"] == "1"


def test_drafts_are_in_no_file() -> None:
    made = sweep()
    Operation.objects.filter(pk=made.pk).update(name_en="Not yet public")
    factories.operation("draft")
    for address in FILES:
        assert b"Not yet public" not in body(address)
    assert [row["id"] for row in read_csv("/operations.csv")] == ["sweep"]


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    factories.published("one", summary_en="x" * 33_000)
    [row] = sheet_rows("/operations.xlsx", "operations")
    assert len(row["summary_en"]) == 32_767
    assert row["summary_en"].endswith("xx [… cut: a cell holds no more, the CSV file does]")
    [whole] = read_csv("/operations.csv")
    assert whole["summary_en"] == "x" * 33_000
