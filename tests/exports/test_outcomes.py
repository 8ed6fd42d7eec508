"""``/totals/outcomes.csv`` and ``.json``: the silent operations with their drafts."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from operations.models import Agency, Offence
from tests.factories import figure, operation, place, publish, published, term

pytestmark = pytest.mark.django_db

COLUMNS = [
    "id",
    "name_en",
    "name_zh_hant",
    "dates",
    "latest",
    "status",
    "agencies",
    "offences",
    "request_en",
    "request_zh_hant",
]


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/totals/outcomes.csv{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = response.getvalue().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def answer(client: Client, query: str = "") -> Any:
    response = client.get(f"/totals/outcomes.json{query}")
    assert response.status_code == 200
    return json.loads(response.getvalue())


def test_both_files_say_how_many_rows_they_have(client: Client) -> None:
    thunder()
    published("silent")
    for suffix in ("csv", "json"):
        response = client.get(f"/totals/outcomes.{suffix}?year=2023")
        assert response["X-Row-Count"] == "1"
        assert response["X-Query"] == "year=2023"


def thunder() -> None:
    made = operation(
        "thunder",
        name_en="Operation Thunder",
        name_zh_hant="雷霆",
        edtf="2023-06-12/2023-09-21",
        status="concluded",
        agencies=[term(Agency, "hkpf", "Police"), term(Agency, "immd", "Immigration")],
        offences=[term(Offence, "hk.200.139", "Keeping a vice establishment")],
        places=[place()],
    )
    publish(made)


def test_a_row_holds_what_is_known_and_both_drafts(client: Client) -> None:
    thunder()
    (row,) = rows(client)
    assert list(row) == COLUMNS
    drafts = [row.pop("request_en"), row.pop("request_zh_hant")]
    assert list(row.values()) == [
        "thunder",
        "Operation Thunder",
        "雷霆",
        "2023-06-12/2023-09-21",
        "2023-09-21",
        "concluded",
        "hkpf; immd",
        "hk.200.139",
    ]
    assert drafts[0].startswith("To: the officer for access to information, Police; Immigration\n")
    assert drafts[1].startswith("致：")


def test_json_says_the_same_under_its_licence(client: Client) -> None:
    thunder()
    found = answer(client)
    assert found["meta"]["licence"] == "CC-BY-4.0"
    assert found["meta"]["count"] == 1
    (entry,) = found["operations"]
    assert list(entry) == COLUMNS
    assert entry["agencies"] == ["hkpf", "immd"]
    assert entry["latest"] == "2023-09-21"


def test_those_with_an_outcome_are_not_in_it(client: Client) -> None:
    charged = operation("charged")
    figure(charged, 3, measure="persons_charged")
    publish(charged)
    published("silent")
    assert [row["id"] for row in rows(client)] == ["silent"]
    assert [entry["id"] for entry in answer(client)["operations"]] == ["silent"]
    assert answer(client)["meta"]["count"] == 1


def test_both_take_the_parameters_of_the_list(client: Client) -> None:
    published("old", edtf="2001")
    published("new", edtf="2020")
    published("some-day")
    assert [row["id"] for row in rows(client, "?sort=date")] == ["old", "new", "some-day"]
    assert [entry["id"] for entry in answer(client, "?year=2020")["operations"]] == ["new"]
    assert answer(client, "?undated=only")["operations"][0]["latest"] is None


def test_a_name_that_looks_like_a_formula_is_not_run(client: Client) -> None:
    published("trap", name_en='=HYPERLINK("https://example.org")')
    (row,) = rows(client)
    assert row["name_en"] == '\'=HYPERLINK("https://example.org")'


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_a_bad_query_is_a_problem_that_names_the_parameter(client: Client, format_: str) -> None:
    response = client.get(f"/totals/outcomes.{format_}?year=20x3")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in response.json()["errors"]] == ["year"]


def test_an_empty_list_has_its_heading(client: Client) -> None:
    response = client.get("/totals/outcomes.csv")
    assert response.getvalue().decode() == ",".join(COLUMNS) + "\r\n"
