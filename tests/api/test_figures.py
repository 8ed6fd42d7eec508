"""``/api/figures/``: the figures of the operations chosen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Edition
from tests import factories
from tests.api.ask import read, refusal, walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures() -> list[dict[str, Any]]:
    """Figures as the API lists them, newest operation first; one operation has none."""
    for code, edtf, values in (
        ("new", "2023", [300, 10, 20, 30, 40]),
        ("silent", "2022", []),
        ("quiet", "2022-02", []),
        ("old", "1999", [7]),
        ("undated", "", [6, 5]),
    ):
        made = factories.operation(code, edtf=edtf)
        wholes = [factories.figure(made, value) for value in values[:1]]
        for value in values[1:]:
            factories.part(wholes[0], value, breakdown="partial", breakdown_set=f"set {value}")
        factories.publish(made)
    editions = {edition.code: edition.content for edition in Edition.objects.public()}
    return [
        {"operation": code, **figure}
        for code in ("new", "old", "undated")
        for figure in editions[code]["figures"]
    ]


def all_of(address: str, way: str = "next") -> list[dict[str, Any]]:
    return [result for page in walk(address, way) for result in page["results"]]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 7, 8, 9])
def test_every_figure_is_met_once_with_its_operation(
    figures: list[dict[str, Any]], limit: int
) -> None:
    assert len(figures) == 8
    assert all_of(f"/api/figures/?limit={limit}") == figures


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_the_walk_back_meets_the_same_figures(figures: list[dict[str, Any]], limit: int) -> None:
    pages = list(walk(f"/api/figures/?limit={limit}"))
    back = list(walk(pages[-1]["previous"], way="previous"))
    assert [page["results"] for page in back] == [page["results"] for page in pages[-2::-1]]


def test_figures_are_counted_and_not_operations(figures: list[dict[str, Any]]) -> None:
    assert read("/api/figures/?limit=2&count=yes")["count"] == 8
    assert read("/api/figures/?year=2022&count=yes")["count"] == 0


@pytest.mark.parametrize("query", ["", "?count=", "?count=no"])
def test_they_are_counted_only_when_asked_for(figures: list[dict[str, Any]], query: str) -> None:
    """Every document would have to be read."""
    assert read(f"/api/figures/{query}")["count"] is None


def test_the_description_says_so() -> None:
    parameters = Client().get("/api/schema/").json()["paths"]["/api/figures/"]["get"]["parameters"]
    [count] = [each for each in parameters if each["name"] == "count"]
    assert count["schema"]["default"] == "no"
    assert count["description"] == (
        "Whether to count all results; without, “count” is null."
        " Every document is read for it, so it is not done unless it is asked for."
    )


def test_the_oldest_can_come_first_and_figures_stay_in_their_order(
    figures: list[dict[str, Any]],
) -> None:
    found = [figure["id"] for figure in all_of("/api/figures/?sort=date&limit=3")]
    assert found == [
        "old.1",
        *(f"new.{number}" for number in range(1, 6)),
        "undated.1",
        "undated.2",
    ]


def test_the_query_chooses_operations_whose_figures_are_all_given(
    figures: list[dict[str, Any]],
) -> None:
    chosen = all_of("/api/figures/?measure=persons_arrested&min=300")
    assert chosen == [figure for figure in figures if figure["operation"] == "new"]


def test_a_figure_added_during_a_walk_is_met_and_none_twice(
    figures: list[dict[str, Any]],
) -> None:
    first = read("/api/figures/?limit=3")
    new = Edition.objects.public().get(code="new").operation
    factories.figure(new, 1, scope="vice")
    factories.publish(new, "One more.")
    seen = [f["id"] for f in first["results"]] + [f["id"] for f in all_of(first["next"])]
    assert len(seen) == len(set(seen)) == 9
    assert "new.6" in seen


def test_fields_choose_among_the_keys_of_a_figure(figures: list[dict[str, Any]]) -> None:
    page = read("/api/figures/?limit=1&fields=operation,value,scope")
    assert page["results"] == [{"operation": "new", "scope": "all_offences", "value": 300}]
    (error,) = refusal("/api/figures/?fields=name")
    assert error["parameter"] == "fields"


def test_what_an_unpublished_change_holds_is_not_shown() -> None:
    made = factories.published("alpha", arrested=100)
    factories.figure(made, 777, scope="vice")
    factories.figure(factories.operation("draft"), 888)
    assert [figure["value"] for figure in all_of("/api/figures/")] == [100]
