"""Files are written as they are read: documents a few at a time, in the order asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import publishing
from operations.exports import envelope
from operations.models import Operation
from tests import factories
from tests.filters.ask import asked
from tests.search import many

pytestmark = pytest.mark.django_db

STREAMED = [
    "/operations.geojson",
    *(
        f"/{table}.{suffix}"
        for table in ("operations", "figures")
        for suffix in ("json", "ndjson", "csv", "xlsx", "parquet")
    ),
]


def ids(response: Any) -> list[str]:
    return response.getvalue().decode().split()[1:]  # type: ignore[no-any-return]


@pytest.mark.parametrize("address", [*STREAMED, "/totals/outcomes.json", "/totals/outcomes.csv"])
def test_no_database_sorts_documents(address: str) -> None:
    """It would carry each whole document along, and SQLite would do so in our memory."""
    factories.published("one")
    with CaptureQueriesContext(connection) as queries:
        response: Any = Client().get(f"{address}?group=")
        assert response.status_code == 200
        assert response.getvalue()
    read = [query["sql"] for query in queries if '."document" ' in query["sql"].split("WHERE")[0]]
    assert read
    assert [sql for sql in read if "ORDER BY" in sql] == []


@pytest.mark.parametrize("sort", ["name", "-date", "date", "-updated", "-arrests"])
def test_the_order_outlives_the_batches(monkeypatch: pytest.MonkeyPatch, sort: str) -> None:
    for number, code in enumerate(("c", "a", "e", "b", "d")):
        factories.published(code, arrested=number + 1, edtf=f"20{20 - number}")
    address = f"/operations.csv?fields=id&sort={sort}"
    whole = ids(Client().get(address))
    monkeypatch.setattr(envelope, "BATCH", 2)
    assert ids(Client().get(address)) == whole
    assert sorted(whole) == ["a", "b", "c", "d", "e"]


@pytest.mark.skipif(
    "connection.vendor == 'postgresql'", reason="It sorts keys in a process of its own"
)
def test_the_usual_order_is_read_from_an_index() -> None:
    """Without sorting: that takes memory, and makes the last page of a list slow."""
    many.make(2_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    steps = asked("").ordered.values_list("pk").explain()
    assert "edition_current_by_date" in steps
    assert not re.search("sort|temp b-tree", steps, re.IGNORECASE)


def test_what_is_redacted_meanwhile_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("a", "b", "c"):
        factories.published(code)
    monkeypatch.setattr(envelope, "BATCH", 1)
    response: Any = Client().get("/operations.ndjson?sort=name")
    lines = iter(response.streaming_content)
    assert b'"id":"a"' in next(lines)
    gone = Operation.objects.get(code="b")
    publishing.redact(gone, by=None, withdrawal_class="privacy", reason="To protect.")
    rest = b"".join(lines)
    assert b'"id":"b"' not in rest
    assert b'"id":"c"' in rest
