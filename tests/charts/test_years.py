"""Operations by the year they began, and the tiers beneath; the tiers alone."""

from __future__ import annotations

import pytest
from django.test import Client

from operations import codes, publishing
from tests.factories import assessment, published
from tests.pages.reading import read

from .ask import rows, shapes, words

pytestmark = pytest.mark.django_db

FILE, SVG = "/charts/years.csv", "/charts/years.svg"


def tier(year: int, value: str) -> None:
    made = assessment(f"report-{year}", year=year)
    made.tier = value
    made.save()
    publishing.publish_context(made)


def test_every_year_between_the_first_and_the_last_has_a_row(client: Client) -> None:
    published("a", edtf="2019-01-01")
    published("b", edtf="2021-01-01")
    published("c", edtf="2021-05/2022-02")
    published("undated")
    tier(2020, codes.Tier.WATCH_LIST)
    assert rows(client, FILE) == [
        {"year": "2019", "operations": "1", "year_uncertain": "0", "tier": ""},
        {"year": "2020", "operations": "0", "year_uncertain": "0", "tier": "tier_2_watch_list"},
        {"year": "2021", "operations": "2", "year_uncertain": "0", "tier": ""},
    ]
    text = read(client, "/charts/years/")
    assert "2019 1 0 no report recorded 2020 0 0 Tier 2 Watch List 2021 2 0" in text
    assert "1 operation is not drawn, because no source states its date." in text


def test_the_numbers_of_the_drawing_are_those_of_the_table(client: Client) -> None:
    published("a", edtf="2020")
    published("b", edtf="2021")
    published("c", edtf="2021")
    drawn = words(client, SVG)
    assert drawn.count("1") == 1
    assert drawn.count("2") == 1
    one, two = (each for each in shapes(client, SVG, "solid") if each.get("height") != "8")
    assert (one.get("height"), two.get("height")) == ("60", "120")


@pytest.mark.parametrize("edtf", ["/2021-03-04", "2021?", "2021~", "202X"])
def test_a_year_that_the_source_leaves_open_is_hatched(client: Client, edtf: str) -> None:
    published("a", edtf=edtf)
    [row] = rows(client, FILE)
    assert (row["operations"], row["year_uncertain"]) == ("1", "1")
    assert len(shapes(client, SVG, "hatched")) == 1


def test_a_year_leads_to_its_list_unless_the_query_asks_for_dates(client: Client) -> None:
    published("a", edtf="2020", kind="anti_triad")
    page = client.get("/charts/years/?kind=anti_triad")
    assert 'href="/operations/?year=2020&amp;kind=anti_triad"' in page.text
    assert "/operations/?year=2020&amp;" not in client.get("/charts/years/?from=2019").text


def test_without_any_operation_there_is_no_picture(client: Client) -> None:
    tier(2020, codes.Tier.TIER_2)
    assert rows(client, FILE) == []
    assert "None of these operations has a stated date." in read(client, "/charts/years/")


def test_tiers_stand_in_the_lane_of_their_name_and_a_gap_is_a_gap(client: Client) -> None:
    tier(2018, codes.Tier.TIER_2)
    tier(2020, codes.Tier.WATCH_LIST)
    assert rows(client, "/charts/tiers.csv") == [
        {"year": "2018", "tier": "tier_2"},
        {"year": "2019", "tier": ""},
        {"year": "2020", "tier": "tier_2_watch_list"},
    ]
    text = read(client, "/charts/tiers/")
    assert "2018 Tier 2 2019 no report recorded 2020 Tier 2 Watch List" in text
    first, last = shapes(client, "/charts/tiers.svg", "solid")
    assert float(first.get("y", "0")) < float(last.get("y", "0"))
    assert len(shapes(client, "/charts/tiers.svg", "dotted")) == 1


def test_a_report_that_is_not_published_is_not_drawn(client: Client) -> None:
    assessment("draft", year=2020)
    assert rows(client, "/charts/tiers.csv") == []
    assert "No report is recorded." in read(client, "/charts/tiers/")


def test_tiers_are_of_no_operation_so_nothing_can_be_asked(client: Client) -> None:
    assert client.get("/charts/tiers/?year=2020").status_code == 400
    assert client.get("/charts/tiers.csv?year=2020").status_code == 400
