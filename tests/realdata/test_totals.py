"""Totals over the committed data, as anybody can ask for them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from operations.totals import OUTCOMES, By
from tests.pages.reading import ids, read

from .ask import document, left_out, total, whole

pytestmark = pytest.mark.usefixtures("real_data")

ASKED = {"measure": "persons_arrested", "scope": "all_offences", "counted_in": "hk"}


def test_the_year_2024_names_what_it_counted_and_what_it_left_out(client: Client) -> None:
    found = total(client, **ASKED, year="2024")
    assert found["counted"] == [
        {"id": "citywide-2024-01", "figure": "citywide-2024-01.1", "value": 347},
        {"id": "flowingshade-2024-09", "figure": "flowingshade-2024-09.1", "value": 185},
        {"id": "thunderbolt-2024", "figure": "thunderbolt-2024.1", "value": 4320},
    ]
    assert left_out(found) == {
        "nov-2024-14k": ("other_scope", "sex_trafficking"),
        "ridge-horse-2024": ("other_scope", "not_stated"),
        "yau-ma-tei-114-2024": ("inside", "thunderbolt-2024"),
    }
    assert found["value"] == 347 + 185 + 4320 == 4852
    assert found["lower_bound"] is True
    assert (found["matching"], found["stating"]) == (6, 3)


def test_adding_up_what_was_counted_by_hand_gives_the_value(client: Client) -> None:
    found = total(client, **ASKED)
    by_hand = 0
    for one in found["counted"]:
        content = document(client, one["id"])
        (figure,) = [each for each in content["figures"] if each["id"] == one["figure"]]
        assert figure["headline"]
        assert (figure["scope"], figure["counted_in"]) == ("all_offences", "hk")
        by_hand += figure["value"]
    assert found["value"] == by_hand
    assert found["matching"] == len(found["counted"]) + len(found["left_out"])
    assert whole(client, "/operations.json")["meta"]["count"] == found["matching"]


def test_any_total_reaches_its_sources_in_two_clicks(client: Client) -> None:
    page = client.get("/totals/?measure=persons_arrested&year=2024").text
    addresses = [unescape(link) for link in re.findall(r'href="(/operations/[^"]+#[^"]+)"', page)]
    assert [address.partition("#")[2] for address in addresses] == [
        "thunderbolt-2024.1",
        "citywide-2024-01.1",
        "flowingshade-2024-09.1",
    ]
    for address in addresses:
        there, _, figure = address.partition("#")
        content = client.get(there).text
        assert f'id="{figure}"' in content
        assert 'href="#source-' in content[content.index(f'id="{figure}"') :]


def test_the_page_says_the_same_as_the_api(client: Client) -> None:
    words = read(client, "/totals/?measure=persons_arrested&year=2024")
    assert "at least 4,852 arrested — all offences, Hong Kong only, in 3 operations" in words
    assert "at least 4,852 arrested" in read(client, "/operations/?year=2024")


@pytest.mark.parametrize("by", [by.value for by in By])
def test_the_list_behind_a_row_holds_what_the_row_counted(client: Client, by: str) -> None:
    found = total(client, **ASKED, by=by)
    page = client.get(f"/totals/?measure=persons_arrested&by={by}").text
    lists = re.findall(r'<th scope="row"><a href="(/operations/\?[^"]+)"', page)
    named = [row for row in found["rows"] if row["key"] is not None]
    assert len(lists) == len(named) > 0
    for row, address in zip(named, map(unescape, lists), strict=True):
        if by == "scope":
            continue
        listed = whole(client, address.replace("/operations/?", "/operations.json?"))
        assert listed["meta"]["count"] >= row["matching"]
        if by != "year":
            assert listed["meta"]["count"] == row["matching"]


def test_no_operation_with_a_published_outcome_is_called_silent(client: Client) -> None:
    silent = ids(client.get("/totals/outcomes/"))
    stating = {
        content["id"]
        for content in whole(client, "/operations.json")["operations"]
        for figure in content["figures"]
        if figure["measure"] in OUTCOMES and figure["value_type"] == "value"
    }
    assert "cannonshot" in stating
    assert stating.isdisjoint(silent)
    assert len(silent) + len(stating) == 68
