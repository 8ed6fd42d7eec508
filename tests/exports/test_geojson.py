"""Operations for a map: a mark for each district that one names, and no mark for what is wider."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from operations.charts.districts import TILES
from operations.columns import OPERATIONS
from operations.exports.points import POINTS
from operations.models import Place
from tests.exports.tables import body, fetched, sweep
from tests.factories import place, published

pytestmark = pytest.mark.django_db

FILE = "/operations.geojson"


def collection(query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(body(FILE + query))
    return found


def district(code: str) -> Place:
    return place(code, code, kind="district", parent=place("hk.kln", "Kowloon", parent=place()))


def test_it_is_a_collection_that_says_what_it_is() -> None:
    published("one", places=[district("hk.kwun_tong")])
    answer = fetched(FILE)
    found = json.loads(answer.read)
    assert answer["Content-Type"] == "application/geo+json"
    assert answer["X-Row-Count"] == "1"
    assert list(found) == ["type", "meta", "features"]
    assert found["type"] == "FeatureCollection"
    assert (found["meta"]["licence"], found["meta"]["count"]) == ("CC-BY-4.0", 1)


def test_an_operation_has_a_point_for_each_district_that_it_names() -> None:
    published("one", places=[district("hk.kwun_tong"), district("hk.wong_tai_sin")])
    [feature] = collection()["features"]
    assert (feature["type"], feature["id"]) == ("Feature", "one")
    assert feature["geometry"] == {
        "type": "MultiPoint",
        "coordinates": [[114.23, 22.31], [114.2, 22.34]],
    }


def test_what_names_only_wider_places_has_no_point() -> None:
    published("one", places=[place()])
    published("two", places=[place("mo", "Macau")])
    assert [feature["geometry"] for feature in collection()["features"]] == [None, None]


def test_properties_are_the_columns_of_the_table() -> None:
    sweep()
    [feature] = collection()["features"]
    assert list(feature["properties"]) == OPERATIONS.names
    assert feature["properties"]["name_zh_hant"] == "大掃蕩"
    assert feature["properties"]["agencies"] == ["hkpf", "immd"]
    assert feature["properties"]["earliest"] == "2023-06-12"


def test_columns_and_operations_can_be_chosen() -> None:
    published("one", places=[district("hk.kwun_tong")])
    published("two", places=[district("hk.eastern")])
    [feature] = collection("?place=hk.eastern&fields=id,name_en")["features"]
    assert list(feature["properties"]) == ["id", "name_en"]
    assert feature["geometry"]["coordinates"] == [[114.22, 22.28]]


def test_bad_queries_are_problems(client: Client) -> None:
    answer = client.get(f"{FILE}?fields=geometry")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    [error] = answer.json()["errors"]
    assert (error["parameter"], error["value"]) == ("fields", "geometry")


def test_there_is_a_point_for_each_of_the_18_districts_in_hong_kong() -> None:
    assert len(POINTS) == 18
    assert POINTS.keys() == TILES.keys()
    assert all(113.8 < east < 114.5 and 22.1 < north < 22.6 for east, north in POINTS.values())
    assert len(set(POINTS.values())) == 18


def test_no_point_is_finer_than_a_kilometre() -> None:
    assert all(round(number, 2) == number for point in POINTS.values() for number in point)
