"""How the databases look: through the index, never through a whole table."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.filters.ask import asked
from tests.search import many

pytestmark = pytest.mark.django_db

SOUGHT = [
    "十四K",
    "14K",
    "thunder",
    "掃黃雷霆",
    '"vice7x code"',
    "police thunderbolt 三合會",
    "code77",
]
# FTS5 calls a look-up in its own index a scan of a virtual table.
WHOLE = re.compile(r"Seq Scan|SCAN (?!\S+ VIRTUAL TABLE INDEX)")


@pytest.fixture
def editions(db: None) -> None:
    many.make(4_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plan(query: str) -> list[str]:
    """The steps of finding the first page and of counting all."""
    with CaptureQueriesContext(connection) as ran:
        list(asked(query).ordered.only("pk")[:20])
        asked(query).editions.count()
    words = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        steps = []
        for query_ran in ran.captured_queries:
            cursor.execute(f"{words} {query_ran['sql']}")
            steps += [str(row[-1]) for row in cursor.fetchall()]
    return steps


def test_no_table_is_read_whole(editions: None) -> None:
    for sought in SOUGHT:
        steps = plan(f"q={sought}")
        assert [step for step in steps if WHOLE.search(step)] == []
        assert sum("operations_editionwords_index" in step for step in steps) == 2
