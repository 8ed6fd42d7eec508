"""The orders of a list."""

from __future__ import annotations

import pytest
import time_machine

from operations.models import Operation
from tests import factories
from tests.filters.ask import listed

pytestmark = pytest.mark.django_db


def test_dates_sort_both_ways_by_the_first_day_with_the_undated_last() -> None:
    for code, edtf in {
        "undated-b": "",
        "undated-a": "",
        "june": "2023-06",
        "june-too": "2023-06-01/2023-09",
        "old": "1999",
        "running": "2024-01/..",
        "known-end": "/2014-01-15",
    }.items():
        factories.published(code, edtf=edtf)
    undated = ["undated-a", "undated-b"]
    newest = ["running", "june", "june-too", "known-end", "old", *undated]
    assert listed("") == listed("sort=-date") == newest
    oldest = ["old", "known-end", "june", "june-too", "running", *undated]
    assert listed("sort=date") == oldest


def test_the_last_updated_come_first() -> None:
    with time_machine.travel("2026-01-01T00:00:00Z", tick=False):
        first = factories.published("first")
        factories.published("second-b")
        factories.published("second-a")
    with time_machine.travel("2026-01-02T00:00:00Z", tick=False):
        Operation.objects.filter(pk=first.pk).update(name_en="Renamed")
        factories.publish(first, "Renamed.")
    assert listed("sort=-updated") == ["first", "second-a", "second-b"]


def test_most_arrests_come_first_and_those_without_a_count_last() -> None:
    factories.published("few", arrested=5)
    factories.published("many", arrested=6400)
    factories.published("none-stated", arrested=None)
    factories.published("zero", arrested=0)
    assert listed("sort=-arrests") == ["many", "few", "zero", "none-stated"]


def test_names_sort_by_the_english_name() -> None:
    factories.published("a", name_en="Operation C")
    factories.published("b", name_en="Operation A")
    factories.published("c", name_en="Operation B")
    assert listed("sort=name") == ["b", "c", "a"]
