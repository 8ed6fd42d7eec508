"""The map of the 18 districts."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from fixtures.convert.raw import FIXTURES
from operations.charts.districts import TILES
from operations.models import Place
from tests.factories import place, published
from tests.pages.reading import read

from .ask import drawing, rows, words

pytestmark = pytest.mark.django_db

PAGE, FILE, SVG = "/charts/districts/", "/charts/districts.csv", "/charts/districts.svg"
LINK = "{http://www.w3.org/2000/svg}a"


def counts(client: Client, query: str = "") -> dict[str, int]:
    """Only the districts that any operation names."""
    found = {row["place"]: int(row["operations"]) for row in rows(client, FILE + query)}
    assert len(found) == 18
    return {code: number for code, number in found.items() if number}


def places() -> dict[str, Place]:
    hk = place()
    kowloon = place("hk.kln", "Kowloon", kind="area", parent=hk)
    return {
        "hk": hk,
        "kln": kowloon,
        "ytm": place(
            "hk.yau_tsim_mong",
            "Yau Tsim Mong",
            name_zh_hant="油尖旺區",
            kind="district",
            parent=kowloon,
        ),
        "wc": place("hk.wan_chai", "Wan Chai", kind="district", parent=hk),
        "kw": place("hkpf.kw", "Kowloon West Region", kind="police_region", parent=hk),
        "mo": place("mo", "Macau"),
    }


def test_the_tiles_are_the_18_districts_of_the_data() -> None:
    terms = json.loads((FIXTURES / "terms" / "place.json").read_text(encoding="utf-8"))
    assert set(TILES) == {term["id"] for term in terms if term["kind"] == "district"}
    assert len(set(TILES.values())) == 18


def test_an_operation_counts_in_each_district_that_it_names(client: Client) -> None:
    here = places()
    published("both", places=[here["hk"], here["ytm"], here["wc"]])
    published("one", places=[here["ytm"]])
    assert counts(client) == {"hk.yau_tsim_mong": 2, "hk.wan_chai": 1}
    assert "2 of 2 operations name a district" in read(client, PAGE)
    drawn = words(client, SVG)
    assert "Yau Tsim" in drawn
    assert "油尖旺區" in drawn
    assert sorted(word for word in drawn if word.isdecimal()) == ["0"] * 16 + ["1", "2"]


def test_areas_police_regions_and_other_places_are_words_and_no_tile(client: Client) -> None:
    here = places()
    published("whole", places=[here["hk"]])
    published("area", places=[here["kln"]])
    published("police", places=[here["kw"]])
    published("abroad", places=[here["mo"]])
    published("nowhere")
    assert counts(client) == {}
    text = read(client, PAGE)
    assert "0 of 5 operations name a district" in text
    assert "1 operation names Hong Kong and no district." in text
    assert "2 operations name an area or a police region and no district" in text
    assert "2 operations name no place in Hong Kong." in text


def test_a_tile_leads_to_the_list_that_it_counts(client: Client) -> None:
    here = places()
    published("a", places=[here["ytm"]], kind="anti_triad")
    page = client.get(f"{PAGE}?kind=anti_triad").text
    assert 'href="/operations/?place=hk.yau_tsim_mong&amp;kind=anti_triad"' in page
    [link] = drawing(client, SVG).iter(LINK)
    address = link.get("href", "")
    assert address.endswith("/operations/?place=hk.yau_tsim_mong")
    assert address.startswith("http")


def test_a_tile_leads_nowhere_where_the_list_would_hold_others(client: Client) -> None:
    here = places()
    published("both", places=[here["ytm"], here["wc"]])
    published("other", places=[here["wc"]])
    assert counts(client, "?place=hk.kln") == {"hk.yau_tsim_mong": 1, "hk.wan_chai": 1}
    page = client.get(f"{PAGE}?place=hk.kln").text
    assert 'href="/operations/?place=hk.yau_tsim_mong"' in page
    assert 'href="/operations/?place=hk.wan_chai"' not in page


def test_with_links_the_drawing_is_a_group_and_without_an_image(client: Client) -> None:
    assert drawing(client, SVG).get("role") == "img"
    published("a", places=[places()["ytm"]])
    assert drawing(client, SVG).get("role") == "group"


def test_the_map_stands_without_any_operation_or_term(client: Client) -> None:
    assert counts(client) == {}
    assert "0 of 0 operations name a district" in read(client, PAGE)
    assert "hk.wan_chai" in " ".join(words(client, SVG)).replace(" ", "")
