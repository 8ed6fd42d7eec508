"""Traps of counting: rivals, joint counts, parts that do not add up, what is no arrest."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.realdata import ask

pytestmark = pytest.mark.usefixtures("real_data")

ARRESTED, INTERCEPTED = "persons_arrested", "persons_intercepted"
THREE_PLACES = "hk+cn.gd+mo"


def test_trap_november_2024_is_known_from_an_encyclopedia_alone(client: Client) -> None:
    content = ask.document(client, "nov-2024-14k")
    [figure] = content["figures"]
    assert (figure["value"], figure["scope"]) == (28, "sex_trafficking")
    assert figure["confidence"] == "low"
    assert "primary_source_wanted" in content["flags"]
    assert {source["kind"] for source in content["sources"]} == {"encyclopedia"}
    assert {source["tier"] for source in content["sources"]} == {3}
    assert "primary source wanted" in ask.page(client, "nov-2024-14k").lower()


def test_trap_mong_kok_2000_shows_both_splits_of_one_28(client: Client) -> None:
    content = ask.document(client, "mong-kok-2000")
    [whole] = ask.figures(content, ARRESTED, part_of=None)
    assert whole["value"] == 28
    assert ask.split(content, whole["id"], "stated sex") == [6, 22]
    assert ask.split(content, whole["id"], "list by sex") == [8, 20]
    page = ask.page(client, "mong-kok-2000")
    assert "(6 + 22 = 28)" in page
    assert "(8 + 20 = 28)" in page


def test_trap_mong_kok_2000_is_disputed_and_listed_as_such(client: Client) -> None:
    content = ask.document(client, "mong-kok-2000")
    assert [dispute["figures"] for dispute in content["disputed"]] == [
        ["mong-kok-2000.2", "mong-kok-2000.4"],
        ["mong-kok-2000.3", "mong-kok-2000.5"],
    ]
    disputed = ask.whole(client, "/operations.json?disputed=yes")["operations"]
    assert "mong-kok-2000" in {each["id"] for each in disputed}


def test_trap_kite_18_and_122_are_different_quantities_and_it_says_why(client: Client) -> None:
    content = ask.document(client, "severed-kite-2025")
    members, everybody = ask.figures(content, ARRESTED, counted_in=THREE_PLACES, part_of=None)
    assert (members["value"], members["who"]["role"]) == (18, "syndicate_member")
    assert (everybody["value"], everybody["who"]["role"]) == (122, None)
    assert (members["headline"], everybody["headline"]) == (True, True)
    assert content["disputed"] == []
    page = ask.page(client, "severed-kite-2025")
    assert "18 alleged syndicate members in the account of 14 October" in page
    assert "18, 58 and 44 make 120" in page


def test_trap_kite_58_women_and_44_clients_are_intercepted_not_arrested(client: Client) -> None:
    content = ask.document(client, "severed-kite-2025")
    wholes = ask.figures(content, INTERCEPTED, part_of=None)
    assert [(f["value"], f["who"]["role"]) for f in wholes] == [
        (58, "in_commercial_sex_status_unknown"),
        (44, "customer"),
    ]
    assert ask.split(content, wholes[0]["id"], "by place") == [25, 9, 24]
    assert "58 people intercepted" in ask.page(client, "severed-kite-2025")


def test_trap_kite_the_160_cover_two_operations_and_enter_no_sum(client: Client) -> None:
    content = ask.document(client, "blue-mist-2025")
    [joint] = ask.figures(content, ARRESTED, value=160)
    assert joint["covers"] == ["severed-kite-2025"]
    assert "This count includes other operations: severed-kite-2025" in ask.page(
        client, "blue-mist-2025"
    )
    for place in ("hk", THREE_PLACES):
        total = ask.total(client, measure=ARRESTED, scope="vice", counted_in=place, year="2025")
        assert 160 not in [row["value"] for row in total["counted"]]
        assert "blue-mist-2025.6" not in [row["figure"] for row in total["counted"]]


def test_trap_january_2024_347_is_stated_and_its_parts_do_not_claim_to_add_up(
    client: Client,
) -> None:
    content = ask.document(client, "citywide-2024-01")
    [whole] = ask.figures(content, ARRESTED, part_of=None)
    assert whole["value"] == 347
    assert sum(ask.split(content, whole["id"], "residency")) == 268
    parts = ask.figures(content, ARRESTED, part_of=whole["id"])
    assert {part["breakdown"] for part in parts} == {"partial"}
    assert "= 347" not in ask.page(client, "citywide-2024-01")


def test_trap_wan_chai_2023_the_headline_39_leaves_out_one_arrest(client: Client) -> None:
    content = ask.document(client, "wan-chai-2023-05")
    [whole] = ask.figures(content, ARRESTED, part_of=None)
    assert whole["value"] == 40
    assert ask.split(content, whole["id"], "by offence") == [39, 1]


@pytest.mark.parametrize(
    ("name", "operations"),
    [
        ("烽火", {"firestorm-2014", "firestorm-2018", "firestorm-2019", "firestorm-2021-08"}),
        ("冠軍", {"champion-central-2025", "champion-wanchai-2019"}),
        ("逸影", {"flowingshade-2024-09", "flowingshade-april"}),
        ("火石", {"firestone-2025"}),
        ("犁庭掃穴", {"citywide-sweep-2025-10"}),
    ],
)
def test_trap_one_code_name_finds_many_raids_and_is_the_key_of_none(
    client: Client, name: str, operations: set[str]
) -> None:
    found = ask.whole(client, f"/operations.json?q={name}")["operations"]
    ids = {each["id"] for each in found}
    assert operations <= ids
    assert not any(each["id"] == name for each in found)
    for series in ("firestorm", "champion", "flowingshade"):
        of_series = ask.whole(client, f"/operations.json?series={series}")["operations"]
        assert len(of_series) > 1


def test_trap_a_code_name_that_recurs_says_so(client: Client) -> None:
    assert "The code name recurs for many different sweeps." in ask.page(
        client, "citywide-sweep-2025-10"
    )


@pytest.mark.parametrize(
    ("code", "measure", "value", "words"),
    [
        ("thunderbolt-2023", "identity_checks", 86005, "86,005 identity checks"),
        ("thunderbolt-2024", INTERCEPTED, 291, "291 people intercepted"),
        (
            "thunderbolt-2023",
            "persons_taken_to_station",
            4815,
            "4,815 people taken to a police station",
        ),
    ],
)
def test_trap_checked_intercepted_and_taken_to_a_station_are_not_arrests(
    client: Client, code: str, measure: str, value: int, words: str
) -> None:
    content = ask.document(client, code)
    [figure] = ask.figures(content, measure, value=value)
    assert figure["counted_in"] == "mo"
    assert words in ask.page(client, code)
    total = ask.total(client, measure=ARRESTED, counted_in="mo", series="thunderbolt")
    assert value not in [row["value"] for row in total["counted"]]


def test_trap_frozen_is_not_seized(client: Client) -> None:
    content = ask.document(client, "thunderbolt-2021")
    assert ask.headlines(content, "assets_frozen") == [19500000]
    assert ask.headlines(content, "cash_seized") == [21000000]
    assert "assets frozen: 19,500,000 Hong Kong dollars" in ask.page(client, "thunderbolt-2021")


def test_trap_victims_of_2018_are_29_or_18_by_channel(client: Client) -> None:
    report = client.get("/api/assessments/tip-2019/").json()
    counts = {
        (f["value"], f["scope"]): f["note"]["en"]
        for f in ask.figures(report, "victims_identified", period="2018")
    }
    assert counts.keys() == {(29, "not_stated"), (18, "other")}
    assert "Through all channels" in counts[29, "not_stated"]
    assert "screening mechanism alone" in counts[18, "other"]


@pytest.mark.parametrize(
    ("code", "identified", "abroad"), [("gov-2023-06-16", 32, 31), ("gov-2025-09-30", 8, 7)]
)
def test_trap_most_victims_of_2022_and_2024_are_job_fraud_abroad(
    client: Client, code: str, identified: int, abroad: int
) -> None:
    reply = client.get(f"/api/statements/{code}/").json()
    whole, part = ask.figures(reply, "victims_identified")
    assert (whole["value"], part["value"]) == (identified, abroad)
    assert part["part_of"] == whole["id"]
    assert "not of sex trafficking" in whole["note"]["en"]
    assert whole["scope"] != "sex_trafficking"


def test_trap_an_unknown_end_is_not_an_open_one(client: Client) -> None:
    for code in (
        "ambush-arrow-2025",
        "kowloon-west-2008",
        "thunderbolt-17-phase-1",
        "thunderbolt-2022",
    ):
        content = ask.document(client, code)
        assert content["dates"]["edtf"].endswith("/")
        assert content["status"] != "ongoing"
        assert content["dates"]["latest"] is not None


def test_trap_no_day_is_guessed(client: Client) -> None:
    assert ask.document(client, "firestorm-2025-12")["dates"]["edtf"] == "2025-12"
    undated = ask.whole(client, "/operations.json?undated=only")["operations"]
    assert len(undated) == 18


@pytest.mark.parametrize(
    ("year", "tier"),
    [
        *[(year, "tier_2") for year in (2012, 2014, 2015, 2019, 2023)],
        *[(year, "tier_2_watch_list") for year in (2016, 2017, 2018, 2020, 2021, 2022)],
        *[(year, "tier_2_watch_list") for year in (2024, 2025)],
    ],
)
def test_tier_by_report_year(client: Client, year: int, tier: str) -> None:
    assert client.get(f"/api/assessments/tip-{year}/").json()["tier"] == tier


def test_no_report_of_2013_was_found(client: Client) -> None:
    assert client.get("/api/assessments/tip-2013/").status_code == 404


def test_arrested_not_convicted_stands_beside_every_arrest(client: Client) -> None:
    for code in ("thunderbolt-2023", "severed-kite-2025", "thunderbolt-15"):
        content = ask.document(client, code)
        arrests = [
            figure
            for measure in (ARRESTED, "persons_arrested_or_taken_in")
            for figure in ask.figures(content, measure, part_of=None)
        ]
        assert ask.page(client, code).count("Arrested, not convicted.") >= len(arrests) > 0


def test_no_arrest_is_worded_as_a_trafficking_arrest_without_that_scope(client: Client) -> None:
    figures = ask.whole(client, "/figures.json?measure=persons_arrested")["figures"]
    trafficking = {f["operation"] for f in figures if f["scope"] == "sex_trafficking"}
    for code in {f["operation"] for f in figures} - trafficking:
        assert "arrested — sex trafficking" not in ask.page(client, code)
        assert "arrested for sex trafficking" not in ask.page(client, code)
