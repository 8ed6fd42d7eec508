"""The code book is whole: every column, every code, in both languages, from the data itself."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from operations.codes import explained
from operations.codes.lists import CODE_LISTS
from operations.columns import TABLES
from operations.columns.table_schema import table_schema
from operations.shapes import COMPONENTS
from tests.exports.tables import sweep

pytestmark = pytest.mark.django_db

TO_EDITORS = re.compile(
    r"\b[Yy]ou(?:r|rs)?\b|\b(?:Put|Leave|Give|[Nn]ame it|[Ff]ill in|say in)\b[^.\"]*|under More"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def book() -> dict[str, Any]:
    found: dict[str, Any] = Client().get("/codebook.json").json()
    return found


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_column_and_every_code_is_on_the_page(prefix: str) -> None:
    sweep()
    page = Client().get(f"{prefix}/codebook/").content.decode()
    for table in TABLES.values():
        for name in table.names:
            assert f'id="{table.name}-{name}"' in page
    for name, choices in CODE_LISTS.items():
        assert f'id="codes-{name}"' in page
        for code in choices.values:
            assert f"<code>{code}</code>" in page
    assert "HTCDS" in page
    assert "CC BY 4.0" in page


def test_columns_have_a_title_and_a_type_in_every_format() -> None:
    for table in book()["tables"].values():
        for column in table["columns"]:
            assert column["title"]["en"]
            assert set(column["formats"]) == {"json", "csv", "xlsx", "parquet"}
            assert all(column["formats"].values())


def test_examples_come_from_the_record() -> None:
    assert book()["tables"]["operations"]["columns"][0]["example"] is None
    sweep()
    columns = {row["name"]: row for row in book()["tables"]["operations"]["columns"]}
    assert columns["agencies"]["example"] == {"text": "hkpf; immd", "operation": "sweep"}
    assert columns["edition"]["example"] == {"text": "1", "operation": "sweep"}
    assert columns["dates_derived"]["example"] == {"text": "false", "operation": "sweep"}


def test_a_column_of_codes_names_its_list() -> None:
    tables = book()["tables"]
    figures = {row["name"]: row["code_list"] for row in tables["figures"]["columns"]}
    assert figures["measure"] == "measure"
    assert figures["breakdown"] == "breakdown"
    assert figures["value"] is None
    for table in TABLES.values():
        for column in table.columns:
            listed = {row["name"]: row for row in tables[table.name]["columns"]}[column.name]
            assert bool(column.codes) == bool(listed["code_list"]), column.name


def test_every_code_list_that_a_document_uses_is_in_the_book() -> None:
    lists = [list(choices.values) for choices in CODE_LISTS.values()]
    for codes in enums(COMPONENTS):
        assert codes in lists or codes == [1, 2, 3] or is_of_totals(codes)


def enums(part: Any) -> list[list[Any]]:
    if isinstance(part, list):
        return [found for each in part for found in enums(each)]
    if not isinstance(part, dict):
        return []
    own = [[code for code in part["enum"] if code is not None]] if "enum" in part else []
    return own + [found for each in part.values() for found in enums(each)]


def is_of_totals(codes: list[Any]) -> bool:
    """Reasons and rows of totals are explained where totals are."""
    return codes[0] in {"undated", "year"}


def test_the_rule_on_lists_says_what_becomes_of_a_semicolon_inside_an_item() -> None:
    [rule] = [each for each in book()["rules"] if each["id"] == "lists"]
    assert "A semicolon inside an item, as in the locator “p. 3; table 2”" in rule["text"]["en"]


def test_labels_and_rules_are_in_both_languages() -> None:
    found = book()
    for rule in found["rules"]:
        assert CHINESE.search(rule["text"]["zh-Hant"]), rule["id"]
    for code in found["code_lists"]["measure"]["codes"]:
        assert CHINESE.search(code["label"]["zh-Hant"]), code["code"]
        assert code["unit"]


def test_every_column_list_and_code_has_a_meaning() -> None:
    found = book()
    for table in found["tables"].values():
        assert [row["name"] for row in table["columns"] if not row["meaning"]["en"]] == []
    for name, each in found["code_lists"].items():
        assert each["meaning"]["en"]
        unexplained = [code["code"] for code in each["codes"] if not code["meaning"]["en"]]
        assert unexplained == [] or name in explained.NAME_THEMSELVES


def test_it_speaks_to_readers_and_not_to_editors() -> None:
    text = json.dumps(book(), ensure_ascii=False)
    assert TO_EDITORS.findall(text) == []


def test_what_was_unclear_is_said() -> None:
    columns = {row["name"]: row["meaning"]["en"] for row in book()["tables"]["figures"]["columns"]}
    assert columns["unit"] == "What one of the things counted is; the measure decides it."
    assert columns["currency"] == (
        "The currency (ISO 4217) where the number is an amount of money; not converted."
    )


def test_every_file_that_explains_columns_says_the_same() -> None:
    for table in TABLES.values():
        told = {
            row["name"]: row["meaning"]["en"] for row in book()["tables"][table.name]["columns"]
        }
        fields = table_schema(table)["fields"]
        assert {field["name"]: field["description"] for field in fields} == told
        sheet = openpyxl.load_workbook(BytesIO(Client().get(f"/{table.name}.xlsx").getvalue()))[
            "codebook"
        ]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert {row[0]: row[3] for row in rows} == told


def test_the_schemas_are_schemas() -> None:
    for schema in book()["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_a_document_can_be_checked_against_the_book_itself() -> None:
    sweep()
    document = Client().get("/operations/sweep.json").json()
    validator = Draft202012Validator({**book(), "$ref": "#/schemas/Operation"})
    assert list(validator.iter_errors(document)) == []
    assert list(validator.iter_errors({**document, "name": "Sweep"})) != []


def test_it_is_not_sent_again_while_it_is_the_same() -> None:
    response = Client().get("/codebook.json")
    again = Client().get("/codebook.json", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert Client().get("/codebook.json?x=1").status_code == 400
