"""How many queries a list needs: recorded, and the same at 10 and at 60 operations."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from operations import publishing
from operations.models import Agency, Group
from tests import factories
from tests.api.ask import read
from tests.api.test_context import assessment, statement

BASELINES = {
    "/api/operations/?limit=100": 2,
    "/api/operations/?limit=100&count=no": 1,
    "/api/operations/?limit=100&fields=id,name": 2,
    # Two terms are looked up first.
    "/api/operations/?limit=100&group=14k&agency=hkpf&year=2023": 6,
    "/api/operations/?limit=100&measure=persons_arrested&min=1&q=operation": 2,
    "/api/figures/?limit=100": 1,
    "/api/figures/?limit=100&count=yes": 2,
    # Sources that context cites, three kinds of it; then count, page, archives.
    "/api/sources/?limit=100": 6,
    "/api/terms/place/?limit=100": 3,
    "/api/assessments/?limit=100": 2,
    "/api/statements/?limit=100": 2,
    "/api/operations/operation-number-1/": 1,
}


def fill(start: int, stop: int) -> None:
    hongkong, group, agency = (
        factories.place("hk"),
        factories.term(Group, "14k"),
        factories.term(Agency, "hkpf"),
    )
    for number in range(start, stop):
        code = f"operation-number-{number}"
        factories.published(code, edtf="2023", places=[hongkong], groups=[group], agencies=[agency])
        factories.place(f"hk.district{number}", parent=hongkong)
        report = assessment(f"report-{number}")
        publishing.publish_context(report)
        publishing.publish_context(statement(f"reply-{number}", report))


def count(address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        read(address)
    return len(queries)


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_the_record() -> None:
    fill(1, 11)
    at_ten = {address: count(address) for address in BASELINES}
    fill(11, 61)
    at_sixty = {address: count(address) for address in BASELINES}
    assert len(read("/api/operations/?limit=100")["results"]) == 60
    assert len(read("/api/terms/place/?limit=100")["results"]) == 61
    assert at_ten == BASELINES
    assert at_sixty == BASELINES
