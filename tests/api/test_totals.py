"""``/api/totals/``: what was counted, what was left out, and every refusal by name."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from operations.models import Agency
from operations.shapes import TOTAL
from tests import factories
from tests.api.ask import read, refusal

pytestmark = pytest.mark.django_db

ARRESTS = "/api/totals/?measure=persons_arrested"


def test_the_answer_is_whole() -> None:
    sweep = factories.published("sweep", arrested=4320, edtf="2024-06")
    raid = factories.operation("raid", parent=sweep, edtf="2024-06")
    factories.figure(raid, 114, scope="vice")
    factories.publish(raid)
    factories.published("silent", arrested=None, edtf="2024")
    factories.published("before", arrested=1, edtf="2023")
    assert read(f"{ARRESTS}&scope=all_offences&counted_in=hk&year=2024") == {
        "measure": "persons_arrested",
        "scope": "all_offences",
        "counted_in": "hk",
        "value": 4320,
        "lower_bound": True,
        "matching": 3,
        "stating": 1,
        "counted": [{"id": "sweep", "figure": "sweep.1", "value": 4320}],
        "left_out": [
            {"id": "raid", "reason": "inside", "other": "sweep"},
            {"id": "silent", "reason": "not_stated", "other": None},
        ],
        "by": None,
        "rows": [],
        "rows_add_up": True,
    }


def test_scope_and_place_need_not_be_given() -> None:
    factories.published("one", arrested=5)
    found = read(ARRESTS)
    assert (found["scope"], found["counted_in"], found["value"]) == ("all_offences", "hk", 5)


def test_money_names_its_currency() -> None:
    made = factories.operation("raid")
    money = {"measure": "cash_seized", "scope": "not_applicable"}
    factories.figure(made, 900, currency="HKD", **money)
    factories.publish(made)
    found = read("/api/totals/?measure=cash_seized")
    assert (found["value"], found["currency"]) == (900, "HKD")
    assert read("/api/totals/?measure=assets_frozen")["currency"] is None
    assert "currency" not in read(ARRESTS)


def test_rows_by_term_carry_both_names() -> None:
    force = factories.term(Agency, "hkpf", "Police", name_zh_hant="警務處")
    factories.published("a", arrested=5, agencies=[force])
    factories.published("b", arrested=2)
    found = read(f"{ARRESTS}&by=agency")
    assert (found["by"], found["rows_add_up"], found["value"]) == ("agency", True, 7)
    assert found["rows"][0] == {
        "key": "hkpf",
        "name": {"en": "Police", "zh-Hant": "警務處"},
        "value": 5,
        "lower_bound": False,
        "matching": 1,
        "stating": 1,
    }
    assert [(row["key"], row["value"]) for row in found["rows"]] == [("hkpf", 5), (None, 2)]


def test_by_year_means_the_year_it_began() -> None:
    factories.published("a", arrested=5, edtf="2023-12/2024-02")
    factories.published("b", arrested=7)
    found = read(f"{ARRESTS}&by=year")
    assert [(row["key"], row["value"]) for row in found["rows"]] == [("2023", 5)]
    assert found["left_out"] == [{"id": "b", "reason": "undated", "other": None}]


@pytest.mark.parametrize(
    ("query", "matching"),
    [("measure=persons_charged", 2), ("measure=persons_arrested&min=6", 1)],
)
def test_only_min_max_and_stated_narrow_by_the_figure(query: str, matching: int) -> None:
    factories.published("a", arrested=5)
    factories.published("b", arrested=7)
    assert read(f"/api/totals/?{query}")["matching"] == matching


def test_every_parameter_of_the_list_narrows() -> None:
    factories.published("a", arrested=5, edtf="2023", kind="anti_triad")
    factories.published("b", arrested=7, edtf="2024")
    for query in (
        "kind=anti_triad",
        "year=2023",
        "to=2023",
        "q=operation+a",
        "sort=name&year=2023",
    ):
        assert read(f"{ARRESTS}&{query}")["value"] == 5, query


def test_a_past_day_is_added_up_as_it_was_read_then() -> None:
    factories.published("a", arrested=5)
    assert read(f"{ARRESTS}&as_of=2001")["matching"] == 0
    assert read(f"{ARRESTS}&as_of=2001")["value"] is None
    assert read(f"{ARRESTS}&as_of=2100")["value"] == 5


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["measure"]),
        ("measure=", ["measure"]),
        ("measure=nope", ["measure"]),
        ("measure=persons_arrested&measure=persons_charged", ["measure"]),
        ("measure=persons_arrested&scope=vice&scope=triad", ["scope"]),
        ("measure=persons_arrested&counted_in=atlantis", ["counted_in"]),
        ("measure=persons_arrested&by=month", ["by"]),
        ("measure=persons_arrested&limit=5", ["limit"]),
        ("measure=persons_arrested&page=2", ["page"]),
        ("measure=persons_arrested&min=abc", ["min"]),
        ("measure=nope&by=nope&year=nope&grup=14k", ["measure", "by", "grup", "year"]),
        ("min=5", ["measure", "min"]),
    ],
)
def test_everything_wrong_is_named_at_once(query: str, names: list[str]) -> None:
    assert [error["parameter"] for error in refusal(f"/api/totals/?{query}")] == names


def test_a_missing_measure_says_what_was_expected() -> None:
    (error,) = refusal("/api/totals/?year=2024")
    assert error["value"] == ""
    assert error["expected"].startswith("one of: operations_mounted, ")


def test_the_root_names_it_with_a_measure_so_that_it_answers() -> None:
    assert read("/api/")["totals"] == "http://testserver/api/totals/?measure=persons_arrested"


def test_its_parameters_are_documented_and_the_measure_is_required() -> None:
    schema = read("/api/schema/")
    documented: dict[str, Any] = {
        each["name"]: each for each in schema["paths"]["/api/totals/"]["get"]["parameters"]
    }
    assert documented["measure"]["required"] is True
    assert documented["measure"]["schema"]["type"] == "string"
    assert documented["by"]["schema"]["enum"] == [
        "year",
        "series",
        "agency",
        "group",
        "place",
        "scope",
    ]
    assert {"from", "to", "year", "as_of", "min", "q", "disputed"} <= set(documented)
    assert "limit" not in documented


def test_the_shape_promises_every_key() -> None:
    factories.published("a", arrested=5)
    found = read(f"{ARRESTS}&by=scope")
    assert set(found) == set(TOTAL["required"])
    assert set(found["rows"][0]) == {"key", "name", "value", "lower_bound", "matching", "stating"}


def test_the_number_of_queries_does_not_grow(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for size in (5, 40):
        for number in range(size):
            factories.published(f"{size}-{number}", edtf="2020")
        with django_assert_num_queries(3):
            assert read(f"{ARRESTS}&year=2020")["value"]
