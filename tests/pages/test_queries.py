"""A page costs the same number of queries however long the record grows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import publishing
from operations.models import Agency, Assessment, Group, Offence, Series
from tests.factories import figure, operation, part, place, publish, source, term

pytestmark = pytest.mark.django_db

# How many queries each address costs. A number that grows has to be argued for.
BASELINES = {
    "/": 13,
    # Of them, counts beside choices take 9, and one more for each facet in use.
    "/operations/": 17,
    "/operations/?group=g0&agency=a0&place=hk&series=s0&q=corrected&sort=name": 38,
    "/operations/op-0/": 4,
    "/operations/op-0/report/?figure=op-0.1": 2,
    "/operations/op-0/editions/": 1,
    "/operations/op-0/editions/2/": 4,
    # Three ask for the state of the record, each of an index, so that most answers need no other;
    # keys are read before documents.
    "/operations.json": 8,
    "/figures.json": 8,
    "/operations/op-0.json": 1,
    "/sources/": 6,
    "/sources/shared/": 7,
    "/terms/group/": 2,
    "/terms/group/g0/": 6,
    "/corrections/": 2,
    "/operations.atom": 6,
    "/corrections.atom": 5,
    "/operations/op-0/editions/2/changes/": 4,
    "/operations/op-0/editions/2/changes.json": 4,
    "/operations/op-0/editions/2/cite/?figure=op-0.1": 1,
    "/cite/operations/?group=g0": 6,
    "/cite/totals/?measure=persons_arrested&group=g0": 9,
    "/context/": 7,
}


def record(first: int, last: int) -> None:
    """Operations that name different terms, each with a whole, parts and a rival."""
    shared = source("shared") if first == 0 else None
    for number in range(first, last):
        made = operation(
            f"op-{number}",
            edtf=f"{2000 + number % 20}",
            series=term(Series, f"s{number}"),
            groups=[term(Group, f"g{number}")],
            agencies=[term(Agency, f"a{number}")],
            offences=[term(Offence, f"o{number}")],
            places=[place()],
        )
        whole = figure(made, 30, cited=[shared] if shared and number == 0 else None)
        part(whole, 10, sex="male")
        part(whole, 20, sex="female")
        figure(made, 40)
        publish(made)
        made.name_en = f"Corrected {number}"
        made.save()
        publish(made)
        report = Assessment.objects.create(
            code=f"report-{number}", body_en="A body", series="A report", year=2000, tier="tier_2"
        )
        figure(report, 5)
        publishing.publish_context(report)


def costs(client: Client) -> dict[str, int]:
    """How many queries each address took."""
    found = {}
    for address in BASELINES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            assert response.getvalue()
        assert response.status_code == 200, address
        found[address] = len(queries)
    return found


def test_the_number_of_queries_does_not_grow_with_the_record(client: Client) -> None:
    record(0, 10)
    assert costs(client) == BASELINES
    record(10, 60)
    assert costs(client) == BASELINES
