"""Traps of the Thunderbolt campaigns, through the addresses that readers and programs use."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.realdata import ask

pytestmark = pytest.mark.usefixtures("real_data")

ARRESTED = "persons_arrested"


def test_trap_6400_is_every_arrest_of_all_offences_in_hong_kong_alone(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2023")
    assert ask.headlines(content, ARRESTED, scope="all_offences", counted_in="hk") == [6400]
    assert "6,400 arrested — all offences, Hong Kong only" in ask.page(client, "thunderbolt-2023")


def test_trap_6400_macau_counted_its_own_result_in_other_measures(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2023")
    assert ask.headlines(content, "persons_referred_for_prosecution", counted_in="mo") == [1140]
    assert ask.headlines(content, "persons_suspected", counted_in="mo", scope="vice") == [122]
    assert ask.figures(content, ARRESTED, counted_in="mo") == []


def test_trap_6400_has_no_sex_trafficking_share_on_any_page_or_json(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2023")
    assert [f["id"] for f in content["figures"] if f["scope"] == "sex_trafficking"] == []
    assert "— sex trafficking" not in ask.page(client, "thunderbolt-2023")
    for address in (
        "/operations.json?scope=sex_trafficking",
        "/operations.json?measure=persons_arrested&scope=sex_trafficking",
    ):
        found = [each["id"] for each in ask.whole(client, address)["operations"]]
        assert "nov-2024-14k" in found
        assert "thunderbolt-2023" not in found
    figures = ask.whole(client, "/figures.json?series=thunderbolt&year=2023")["figures"]
    assert {f["operation"] for f in figures} == {"thunderbolt-2023"}
    assert "sex_trafficking" not in {f["scope"] for f in figures}
    total = ask.total(client, measure=ARRESTED, scope="sex_trafficking", year="2023")
    assert ask.left_out(total)["thunderbolt-2023"][0] == "other_scope"


def test_trap_thunderbolt_2021_868_is_interim_and_2320_leads(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2021")
    assert ask.headlines(content, ARRESTED, scope="all_offences", counted_in="hk") == [2320]
    [interim] = ask.figures(content, ARRESTED, reporting_status="interim", part_of=None)
    assert (interim["value"], interim["headline"], interim["as_at"]) == (868, False, "2021-06-18")
    assert content["disputed"] == []
    page = ask.page(client, "thunderbolt-2021")
    assert "868 arrested — all offences, Hong Kong only; interim" in page
    assert "Does not lead: an interim count, superseded." in page


def test_trap_thunderbolt_2021_868_and_2320_are_never_added(client: Client) -> None:
    total = ask.total(client, measure=ARRESTED, scope="all_offences", counted_in="hk", year="2021")
    counted = {row["id"]: row["value"] for row in total["counted"]}
    assert counted["thunderbolt-2021"] == 2320
    assert total["value"] == sum(counted.values())
    for address in ("/operations/thunderbolt-2021/", "/operations/thunderbolt-2021.json"):
        assert not {"3188", "3,188"} & set(client.get(address).text.split())


def test_trap_thunderbolt_2021_the_5500_of_three_places_are_not_arrests(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2021")
    [mixed] = ask.figures(content, "persons_arrested_or_taken_in", counted_in="hk+cn.gd+mo")
    assert (mixed["value"], mixed["qualifier"]) == (5500, "at_least")
    assert ask.figures(content, ARRESTED, counted_in="hk+cn.gd+mo") == []
    assert "at least 5,500 arrested or taken to a police station" in ask.page(
        client, "thunderbolt-2021"
    )


def test_trap_thunderbolt_15_19000_arrests_and_51000_people_are_two_quantities(
    client: Client,
) -> None:
    content = ask.document(client, "thunderbolt-15")
    three_places = "hk+cn.gd+mo"
    assert ask.headlines(content, ARRESTED, counted_in=three_places) == [19000]
    assert ask.headlines(content, "persons_arrested_or_taken_in", counted_in=three_places) == [
        51000
    ]
    [users] = ask.figures(content, "persons_arrested_or_taken_in", counted_in="cn.gd")
    assert (users["value"], users["scope"], users["who"]["role"]) == (31651, "drugs", "drug_user")
    assert {dispute["measure"] for dispute in content["disputed"]} == {"cash_seized"}


def test_trap_thunderbolt_15_3977_and_almost_4000_agree(client: Client) -> None:
    content = ask.document(client, "thunderbolt-15")
    assert ask.headlines(content, ARRESTED, counted_in="mo") == [3977]
    [almost] = ask.figures(content, ARRESTED, counted_in="mo", qualifier="at_most")
    assert almost["value"] == 4000
    assert ARRESTED not in {dispute["measure"] for dispute in content["disputed"]}


def test_trap_yau_ma_tei_114_arrests_lie_inside_thunderbolt_2024(client: Client) -> None:
    content = ask.document(client, "yau-ma-tei-114-2024")
    assert content["part_of"] == "thunderbolt-2024"
    assert content["dates"]["earliest"] == "2024-05-27"
    assert ask.document(client, "thunderbolt-2024")["dates"]["earliest"] == "2024-06-22"
    assert "the first phase ended before that operation began" in ask.page(
        client, "yau-ma-tei-114-2024"
    )


def test_trap_yau_ma_tei_114_arrests_are_left_out_of_the_total_of_2024(client: Client) -> None:
    total = ask.total(client, measure=ARRESTED, scope="all_offences", counted_in="hk", year="2024")
    assert ask.left_out(total)["yau-ma-tei-114-2024"] == ("inside", "thunderbolt-2024")
    assert {row["id"]: row["value"] for row in total["counted"]}["thunderbolt-2024"] == 4320


@pytest.mark.parametrize(
    ("code", "men", "women", "total"),
    [
        ("thunderbolt-12", 686, 505, 1191),
        ("thunderbolt-16", 1247, 873, 2120),
        ("thunderbolt-17-phase-2", 922, 899, 1821),
        ("thunderbolt-2021", 597, 271, 868),
        ("thunderbolt-2023", 4115, 2285, 6400),
        ("thunderbolt-2024", 2734, 1586, 4320),
        ("thunderbolt-2025", 2454, 1686, 4140),
    ],
)
def test_men_and_women_add_up_to_the_total(
    client: Client, code: str, men: int, women: int, total: int
) -> None:
    content = ask.document(client, code)
    plain = {"scope": "all_offences", "part_of": None, "qualifier": "exact"}
    [whole] = ask.figures(content, ARRESTED, value=total, **plain)
    assert ask.split(content, whole["id"], "sex") == [men, women]
    assert f"({men:,} + {women:,} = {total:,})" in ask.page(client, code)


def test_the_encyclopedias_6400_counts_something_else_and_is_no_conflict(client: Client) -> None:
    assert ask.document(client, "thunderbolt-2023")["disputed"] == []
    ledger = client.get("/operations/thunderbolt-2023/ledger.json").json()
    [arrests] = [claim for claim in ledger["claims"] if claim["leads"] == "thunderbolt-2023.1"]
    [other] = arrests["counts_something_else"]
    assert other == {
        "figure": "thunderbolt-2023.6",
        "words": "6,400 arrested — scope not stated, Hong Kong only",
        "differs": ["scope: scope not stated, not all offences"],
    }
    assert (
        "Say: 6,400 people were arrested for all offences, Hong Kong only;"
        " not: for sex trafficking; not: convicted." in ask.page(client, "thunderbolt-2023")
    )
