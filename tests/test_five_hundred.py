"""Lists cost the same number of queries at 10 and at 500 operations."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations.models import Edition, EditionFigure, EditionTerm, Group, Operation
from tests import factories

pytestmark = pytest.mark.django_db

# Page and API: recorded, so that a query more is seen.
BASELINES = {"/operations/": 14, "/operations/?page=1&sort=name": 14, "/api/operations/": 2}
MODEL = "model-raid"


def multiply(start: int, stop: int) -> None:
    """Copies of one edition with its index rows, written at once: publishing 500 takes a minute."""
    edition = Edition.objects.get(code=MODEL)
    codes = [f"raid-{number}" for number in range(start, stop)]
    made = Operation.objects.bulk_create(
        Operation(code=code, name_en=code, kind="anti_vice") for code in codes
    )
    fields = [f.attname for f in Edition._meta.concrete_fields if not f.primary_key]
    values = {name: getattr(edition, name) for name in fields}
    copies = Edition.objects.bulk_create(
        Edition(
            **{
                **values,
                "operation_id": operation.pk,
                "code": operation.code,
                "document": edition.document.replace(MODEL, operation.code),
            }
        )
        for operation in made
    )
    EditionTerm.objects.bulk_create(
        EditionTerm(edition=copy, vocabulary=row.vocabulary, term=row.term)
        for row in edition.terms.all()
        for copy in copies
    )
    [figure] = edition.figures.values()
    shared = {k: v for k, v in figure.items() if k not in ("id", "edition_id", "figure")}
    EditionFigure.objects.bulk_create(
        EditionFigure(edition=copy, figure=f"{copy.code}.1", **shared) for copy in copies
    )


def costs(client: Client) -> dict[str, int]:
    found = {}
    for address in BASELINES:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert answer.status_code == 200
        found[address] = len(queries)
    return found


def test_page_and_api_ask_as_much_of_ten_as_of_five_hundred(client: Client) -> None:
    group = factories.term(Group, "14k")
    factories.published(MODEL, edtf="2023", places=[factories.place()], groups=[group])
    multiply(1, 10)
    at_ten = costs(client)
    multiply(10, 500)

    assert client.get("/api/operations/").json()["count"] == 500
    assert b'data-total="500"' in client.get("/operations/").content
    assert at_ten == BASELINES
    assert costs(client) == BASELINES
