"""Five hundred operations: every picture stays one that can be read."""

from __future__ import annotations

import pytest
from django.test import Client

from operations.models import Group
from tests.factories import place, published, term
from tests.pages.reading import read
from tests.test_five_hundred import MODEL, multiply

from .ask import rows, words

pytestmark = pytest.mark.django_db


def test_five_hundred_operations_in_one_year_and_one_district(client: Client) -> None:
    district = place("hk.wan_chai", "Wan Chai", kind="district", parent=place())
    published(MODEL, edtf="2023", places=[district], groups=[term(Group, "14k")], arrested=10)
    multiply(1, 500)
    assert len(rows(client, "/charts/timeline.csv")) == 500
    page = client.get("/charts/timeline/")
    assert (
        "The latest 120 of 500 operations with a date are drawn; the file holds all." in page.text
    )
    assert len(page.content) < 250_000
    [year] = rows(client, "/charts/years.csv")
    assert (year["year"], year["operations"]) == ("2023", "500")
    assert "500" in words(client, "/charts/districts.svg")
    assert "500 of 500 operations name a district" in read(client, "/charts/districts/")
    [sums] = rows(client, "/charts/arrests.csv")
    assert (sums["value"], sums["counted"], sums["matching"]) == ("5000", "500", "500")
