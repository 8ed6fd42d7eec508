"""The page of an operation shows everything that its document holds, in words."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from operations import publishing
from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    OperationLink,
    OperationRoute,
    Series,
)
from tests.factories import figure, operation, part, place, publish, published, source, term

from .reading import ids, read

pytestmark = pytest.mark.django_db


def test_every_fact_of_the_document_is_in_words(client: Client) -> None:
    campaign = published("campaign", name_en="The Campaign", arrested=None)
    made = operation(
        "phase",
        name_en="Phase One",
        name_zh_hant="第一階段",
        aliases=["First Phase"],
        summary_en="What was done.",
        edtf="2025-10-13/2025-10-15",
        edtf_derived=True,
        date_note_en="Worked out from a weekday.",
        kind="vice_syndicate",
        status="concluded",
        flags=["single_source", "date_uncertain"],
        series=term(Series, "thunderbolt", "Thunderbolt"),
        parent=campaign,
        agencies=[term(Agency, "hkpf", "Hong Kong Police Force")],
        groups=[term(Group, "14k", "14K")],
        places=[place()],
        offences=[term(Offence, "hk.200.139", "Keeping a vice establishment")],
        methods=[term(Method, "online", "Online", kind="recruitment")],
        sources=[source("further", title="Further reading")],
    )
    made.offences.update(relevance="vice_offence")
    OperationRoute.objects.create(
        operation=made, origin=place("th", "Thailand"), destination=place()
    )
    OperationLink.objects.create(operation=made, kind="wikidata", url="https://example.org/Q1")
    publish(made)
    words = read(client, "/operations/phase/")
    for expected in (
        "Phase One 第一階段",
        "First Phase",
        "What was done.",
        "13–15 October 2025 worked out, not printed Worked out from a weekday.",
        "Operation against a vice syndicate",
        "Concluded",
        "Date uncertain Single source",
        "Thunderbolt",
        "Part of The Campaign",
        "Hong Kong Police Force (Lead)",
        "14K (who says so: Not stated)",
        "Keeping a vice establishment (Vice offence)",
        "Online",
        "Thailand → Hong Kong",
        "Wikidata: https://example.org/Q1",
        "Further reading",
        "Edition 1 (Published)",
    ):
        assert expected in words
    assert "Parts Phase One 第一階段" in read(client, "/operations/campaign/")


def test_each_figure_names_its_sources_in_words(client: Client) -> None:
    made = operation("one")
    cited = source(
        "release",
        title="掃黃行動",
        publisher="Hong Kong Government",
        published="2000-08-18",
        language="zh-Hant",
        kind="gov_press_release",
    )
    made_figure = figure(made, 28, cited=[cited], as_at="2000-08-18", age_from=17, age_to=37)
    made_figure.citations.update(locator="paragraph 2")
    publish(made)
    words = read(client, "/operations/one/")
    assert "28 arrested — all offences, Hong Kong only Arrested, not convicted." in words
    assert (
        "Hong Kong Government, 18 August 2000 (official, Chinese (Traditional)): "
        "掃黃行動 , paragraph 2" in words
    )
    assert "Who is counted aged 17 to 37" in words
    assert "As at 18 August 2000" in words
    assert "Government press release (official)" in words
    assert 'lang="zh-Hant">掃黃行動' in client.get("/operations/one/").text


def test_parts_stand_under_their_whole_by_set(client: Client) -> None:
    made = operation("split")
    whole = figure(made, 28)
    part(whole, 6, sex="male", breakdown_set="stated")
    part(whole, 22, sex="female", breakdown_set="stated")
    part(whole, 5, residency="mainland", breakdown_set="residency", breakdown="partial")
    publish(made)
    words = read(client, "/operations/split/")
    assert "Stated: adds up to the whole (6 + 22 = 28)" in words
    assert (
        "men or boys 6 arrested The Daily Cite this figure Something wrong?"
        " women or girls 22 arrested The Daily"
    ) in words
    assert "Residency: some of the whole Part Number" in words
    assert "people from mainland China 5 arrested" in words


def test_rivals_stand_side_by_side_with_the_reason(client: Client) -> None:
    made = operation("rivals")
    figure(made, 868, reporting_status="interim", as_at="2021-06-18")
    figure(made, 2320, reporting_status="final", as_at="2021-08-30")
    publish(made)
    words = read(client, "/operations/rivals/")
    assert (
        "2,320 arrested — all offences, Hong Kong only It leads because a rival is an interim "
        "count." in words
    )
    assert (
        "Also stated for the same thing 868 arrested — all offences, Hong Kong only; interim "
        "Arrested, not convicted. Does not lead: an interim count, superseded." in words
    )
    assert words.index("2,320 arrested") < words.index("868 arrested")


def test_a_contradiction_is_explained_in_one_line(client: Client) -> None:
    made = operation("two-accounts")
    figure(made, 18, cited=[source(publisher="HK01")])
    figure(made, 122, cited=[source(publisher="The Standard")])
    publish(made)
    assert (
        "These do not agree: 18 arrested — all offences, Hong Kong only (HK01) against "
        "122 arrested — all offences, Hong Kong only (The Standard)."
        in read(client, "/operations/two-accounts/")
    )


def test_a_ruled_out_figure_says_why(client: Client) -> None:
    made = operation("misprint")
    figure(
        made,
        600_000_000,
        measure="seizure_value",
        currency="HKD",
        scope="not_applicable",
        rank="deprecated",
        rank_reason="transcription_error",
        rank_note_en="The same page gives 60 million.",
    )
    publish(made)
    words = read(client, "/operations/misprint/")
    assert "No figure leads: each is ruled out or cumulative." in words
    assert "An editor's ruling deprecated: transcription error or misprint" in words
    assert "The same page gives 60 million." in words


def test_the_kinds_of_nothing_are_told_apart(client: Client) -> None:
    made = operation("nothing")
    figure(made, 0, measure="victims_identified", scope="sex_trafficking")
    figure(made, None, measure="persons_charged", value_type="not_stated", scope="not_stated")
    publish(made)
    words = read(client, "/operations/nothing/")
    assert "0 victims identified — sex trafficking, Hong Kong only" in words
    assert "charged: not stated by any source read — scope not stated" in words
    for stage in ("Arrested", "Prosecuted", "Convicted", "Sentenced", "Victims assisted"):
        assert f"{stage} not yet looked for" in words
    assert "Charged not stated by any source read" in words
    assert words.count("that is neither zero nor “not stated”.") == 1


def test_a_count_that_covers_others_names_them_both_ways(client: Client) -> None:
    other = published("blue-mist", name_en="Blue Mist")
    made = operation("headline")
    figure(made, 160, covers=[other])
    publish(made)
    assert "This count includes other operations: blue-mist" in read(
        client, "/operations/headline/"
    )
    assert "Counted in figures of Operation headline" in read(client, "/operations/blue-mist/")


def test_overlap_is_said_on_both_pages(client: Client) -> None:
    one, other = operation("one"), operation("other")
    one.may_overlap.add(other)
    publishing.publish_together([one, other], by=None, reason="test")
    assert "May overlap with Operation other" in read(client, "/operations/one/")
    assert "May overlap with Operation one" in read(client, "/operations/other/")


def test_the_health_of_a_source_stands_beside_it(client: Client) -> None:
    made = operation("one")
    cited = source("gone-page", health="gone")
    figure(made, 5, cited=[cited])
    publish(made)
    assert "address: gone" in read(client, "/operations/one/")


def test_a_draft_is_not_found_and_looks_like_any_unknown_id(client: Client) -> None:
    operation("draft", name_en="Secret")
    draft, unknown = client.get("/operations/draft/"), client.get("/operations/never-was/")
    assert draft.status_code == unknown.status_code == 404
    # What was typed stands in the search and in the switch of languages.
    assert draft.text.replace("draft", "x") == re.sub("never.was", "x", unknown.text)


def test_a_withdrawn_operation_says_class_and_reason(client: Client) -> None:
    made = published("wrong")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Source retracted it.")
    words = read(client, "/operations/wrong/", 410)
    assert "Why: its sources proved unreliable. Source retracted it." in words
    assert ids(client.get("/operations/")) == []


def test_a_redacted_operation_says_the_class_and_the_reason_of_the_tombstone(
    client: Client,
) -> None:
    made = published("harm", name_en="Harmful words")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="A person was at risk.")
    for address in ("/operations/harm/", "/operations/harm/editions/1/"):
        words = read(client, address, 410)
        assert "Why: to protect people. A person was at risk." in words
        assert "Harmful words" not in words


def test_a_merged_operation_sends_on_to_the_survivor(client: Client) -> None:
    gone, survivor = published("gone"), published("survivor")
    publishing.merge(gone, survivor, by=None, reason="The same operation.")
    for prefix in ("", "/zh-hant"):
        response = client.get(f"{prefix}/operations/gone/")
        assert response.status_code == 308
        assert response["Location"] == f"{prefix}/operations/survivor/"
    assert client.get("/operations/gone/editions/1/").status_code == 200
    assert client.get("/operations/gone/editions/2/").status_code == 308
