"""Everything of ``fixtures/raw/context.json`` has its page or its record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from fixtures.convert.raw import FIXTURES
from tests.pages.reading import read
from tests.realdata import ask

pytestmark = pytest.mark.usefixtures("real_data")

STORY: dict[str, Any] = json.loads((FIXTURES / "raw" / "context.json").read_text(encoding="utf-8"))


@pytest.fixture
def text(client: Client) -> str:
    return read(client, "/context/")


def test_both_operations_are_there_with_their_dates_and_counts(client: Client) -> None:
    for told in STORY["operations"]:
        content = ask.document(client, told["id"])
        assert content["dates"]["edtf"] == told["dates"]
        values = [f["value"] for f in ask.figures(content, "persons_arrested", part_of=None)]
        assert told["persons_arrested"] in values
    [wanted] = [told for told in STORY["operations"] if told.get("primary_source_wanted")]
    content = ask.document(client, wanted["id"])
    assert wanted["group"] in {group["id"] for group in content["groups"]}
    assert "primary_source_wanted" in content["flags"]


def test_the_position_and_the_official_view(text: str) -> None:
    assert STORY["position"]["hong_kong_is"] == ["origin", "destination"]
    assert "Hong Kong is described as a place of origin and of destination." in text
    assert "The Government denies that trafficking is prevalent" in text
    assert "has rebutted the United States reports several times" in text


def test_the_ranking_year_by_year(client: Client, text: str) -> None:
    assert STORY["ranking"]["statement"].startswith("Tier 2 Watch List in 2016 and since")
    listed = client.get("/api/assessments/").json()["results"]
    tiers = {row["year"]: row["tier"] for row in listed}
    assert {year for year, tier in tiers.items() if tier == "tier_2" and year >= 2016} == {
        2019,
        2023,
    }
    assert {tier for year, tier in tiers.items() if year >= 2016} == {
        "tier_2",
        "tier_2_watch_list",
    }
    for year in (2016, 2019, 2023, 2025):
        assert f"Trafficking in Persons Report {year}" in text


def test_the_rebuttals_name_the_report_that_they_answer(client: Client) -> None:
    listed = client.get("/api/statements/").json()["results"]
    answered = {row["answers"] for row in listed if row["kind"] == "government_reply"}
    assert {f"tip-{year}" for year in range(2015, 2026)} <= answered


@pytest.mark.parametrize("told", STORY["origins"], ids=lambda told: str(told["place"]))
def test_every_origin(text: str, told: dict[str, str]) -> None:
    names = {"Mainland China": "mainland China", "Philippines": "the Philippines"}
    place = names.get(told["place"], told["place"])
    if "who" in told:
        assert f"Women and children from {place} are exploited within the region" in text
    else:
        assert f"Victims in Hong Kong come from {place}." in text


@pytest.mark.parametrize("told", STORY["routes"], ids=str)
def test_every_route(text: str, told: dict[str, Any]) -> None:
    if "circuit" in told:
        assert "Bangkok, Taipei and Hong Kong, often on tourist visas of two weeks" in text
        return
    names = {
        "Mainland China": "mainland China",
        "Philippines": "the Philippines",
        "United Kingdom": "the United Kingdom",
    }
    origin, destination = (names.get(told[end], told[end]) for end in ("from", "to"))
    assert f"sexual exploitation from {origin} to {destination}." in text


@pytest.mark.parametrize(
    ("code", "words", "method"),
    [
        (
            "false_job_promise",
            "False promises of well-paid work.",
            "recruitment.false_job_promise",
        ),
        (
            "employment_agency_deception",
            "Some agencies hire foreign domestic workers under false pretences.",
            "recruitment.employment_agency_deception",
        ),
        ("online", "commercial sexual exploitation online is growing", "recruitment.online"),
        ("debt_bondage", "Coercion through debt.", "control.debt"),
        (
            "threat_law",
            "Threats to report the victim to the police or to immigration officers.",
            "control.threat_law",
        ),
        (
            "withholds_documents",
            "Identity documents kept from the victim.",
            "control.documents",
        ),
        ("image_blackmail", "Threats to publish photographs online.", "control.image_blackmail"),
    ],
)
def test_recruitment_and_means_of_control(
    client: Client, text: str, code: str, words: str, method: str
) -> None:
    assert code in {told["code"] for told in STORY["recruitment"] + STORY["means_of_control"]}
    assert words in text
    assert f"/terms/method/{method}/" in client.get("/context/").text
    assert client.get(f"/terms/method/{method}/").status_code == 200


def test_no_way_of_recruiting_or_controlling_is_left_out() -> None:
    assert len(STORY["recruitment"]) == 3
    assert len(STORY["means_of_control"]) == 4


def test_section_129_its_consent_rule_and_its_gap(client: Client, text: str) -> None:
    assert {told["offence"] for told in STORY["law"]} == {"hk.200.129"}
    assert "an offence to take part in bringing a person into, or taking a person out of" in text
    assert "the consent of the trafficked person is no defence" in text
    assert (
        "Section 129 is cross-border only: people moved within Hong Kong are not covered." in text
    )
    offence = read(client, "/terms/offence/hk.200.129/")
    assert "販運他人進入或離開香港" in offence
    assert "Moving somebody within Hong Kong is not covered" in offence
    assert "consent is no defence" in offence


def test_the_protocol_and_the_recommendation(client: Client, text: str) -> None:
    assert STORY["treaty"]["hong_kong"] == "does not apply to Hong Kong"
    assert "Trafficking in Persons (Palermo) Protocol does not apply to Hong Kong." in text
    asked = client.get("/api/statements/ohchr-palermo-protocol/").json()
    assert asked["kind"] == "treaty_recommendation"
    assert asked["body"]["en"] in text
    assert asked["summary"]["en"].startswith(
        "Asks that the Palermo Protocol be extended to Hong Kong, and for legislation against all"
        " forms of trafficking."
    )


def test_triads_with_their_operations(client: Client, text: str) -> None:
    assert "Triads have been involved in sex trafficking in Hong Kong for many years." in text
    links = client.get("/context/").text
    for group in ("14k", "sun_yee_on", "wo_shing_wo"):
        assert f"/terms/group/{group}/" in links
    assert "/operations/nov-2024-14k/" in links


def test_every_statement_in_the_context_has_a_source(client: Client) -> None:
    for kind in ("assessments", "statements"):
        for row in client.get(f"/api/{kind}/?limit=100").json()["results"]:
            assert row["sources"], row["id"]


def test_section_129_says_its_reach_and_its_place_among_standards(client: Client) -> None:
    words = read(client, "/terms/offence/hk.200.129/")
    for said in (
        "Trafficking in persons to or from Hong Kong 販運他人進入或離開香港",
        "No force, fraud or coercion need be shown.",
        "It is cross-border only: domestic cases are not covered.",
        "purpose: exploiting the prostitution of others",
        "ICCS 02041 Trafficking in persons for sexual exploitation",
        "International Organization for Migration, CC BY 4.0",
    ):
        assert said in words
    chinese = read(client, "/zh-hant/terms/offence/hk.200.129/")
    assert "只限跨境：本地個案不在其內。" in chinese
    offence = client.get("/api/terms/offence/hk.200.129/").json()
    assert offence["palermo"] == [
        "act.transportation",
        "act.transfer",
        "purpose.prostitution_of_others",
    ]
