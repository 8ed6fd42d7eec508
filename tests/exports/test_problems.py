"""Every refusal at an address that programs read is a problem document, whatever went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings

from operations import publishing, releases
from operations.exports.tabular import xlsx
from operations.problems import CONTENT_TYPE
from tests.exports.tables import sweep

pytestmark = pytest.mark.django_db

LISTS = [
    f"/{table}.{suffix}"
    for table in ("operations", "figures")
    for suffix in ("json", "ndjson", "csv", "xlsx", "parquet")
]
ONE = [
    "/operations/sweep.json",
    "/operations/sweep/editions/1.json",
    "/operations/sweep/ledger.json",
]
OTHERS = [
    "/operations.atom",
    "/corrections.atom",
    "/codebook.json",
    "/totals/outcomes.json",
    "/totals/outcomes.csv",
    "/api/operations/",
    "/api/operations/sweep/",
    "/api/changes/",
    "/api/totals/?measure=persons_arrested",
    "/api/terms/group/14k/",
]
ALL = [*LISTS, *ONE, *OTHERS]


def problem(response: Any, status: int) -> dict[str, Any]:
    """The document, which scripts of any site may read and nobody may keep."""
    assert response.status_code == status
    assert response["Content-Type"] == CONTENT_TYPE
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "public" not in response.get("Cache-Control", "")
    found: dict[str, Any] = response.json()
    assert found["status"] == status
    assert set(found) >= {"type", "title", "status", "detail", "errors"}
    return found


@pytest.mark.parametrize("address", [*ALL, "/data.json"])
def test_an_unknown_parameter_is_named(address: str) -> None:
    sweep()
    mark = "&" if "?" in address else "?"
    [error] = problem(Client().get(f"{address}{mark}grup=14k"), 400)["errors"]
    assert error["parameter"] == "grup"


@pytest.mark.parametrize(
    "address",
    [
        "/nothing.json",
        "/operations/nothing.json",
        "/operations/sweep/editions/9.json",
        "/operations/nothing/ledger.json",
        "/charts/nothing.csv",
        "/data/2026-01-01T000000Z/README.md",
        "/data/2026-01-01T000000Z/nothing.sqlite3",
        "/api/nothing/",
        "/api/operations/nothing/",
        "/operations.atom?page=9",
    ],
)
def test_what_is_not_there_is_not_found(address: str) -> None:
    sweep()
    problem(Client().get(address), 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(method: str) -> None:
    sweep()
    for address in [*ALL, "/data.json"]:
        response = getattr(Client(enforce_csrf_checks=True), method)(address)
        problem(response, 405)
        assert response["Allow"].startswith("GET, HEAD")


@pytest.mark.parametrize("address", [address for address in OTHERS if address[:5] == "/api/"])
def test_the_api_answers_in_json_only(address: str) -> None:
    sweep()
    problem(Client().get(address, headers={"accept": "text/html"}), 406)


@pytest.mark.parametrize("address", [*ONE, "/api/operations/sweep/"])
def test_what_was_withdrawn_is_gone_with_its_class(address: str) -> None:
    publishing.redact(sweep(), by=None, withdrawal_class="privacy", reason="To protect.")
    found = problem(Client().get(address), 410)
    assert (found["class"], found["reason"]) == ("privacy", "To protect.")


def test_more_than_a_format_holds_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    sweep()
    found = problem(Client().get("/figures.xlsx"), 413)
    assert found["detail"] == ("XLSX holds at most 3 rows, and these are 4: take CSV or NDJSON.")


def test_asking_too_often_is_too_many_requests(settings: Settings) -> None:
    settings.API_RATE = "1/min"
    Client().get("/api/operations/")
    response = Client().get("/api/operations/")
    problem(response, 429)
    assert int(response["Retry-After"]) > 0


@pytest.mark.parametrize("address", ALL)
def test_a_fault_of_ours_tells_nothing_of_its_cause(address: str) -> None:
    sweep()
    client = Client(raise_request_exception=False)
    with patch("django.db.backends.utils.CursorWrapper.execute", side_effect=DatabaseError("in")):
        response = client.get(address)
    assert problem(response, 500)["detail"] == "Something went wrong on our side."


def test_so_does_one_in_a_file_of_a_release(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path
    sweep()
    made, _new = releases.make()
    client = Client(raise_request_exception=False)
    with patch("operations.pages.data.find", side_effect=OSError("/secret/folder")):
        problem(client.get(f"/data/{made.name}/README.md"), 500)
