"""Terms and sources: what they are, and which operations name them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from operations import publishing
from operations.models import VOCABULARIES, Assessment, Group, Method, Offence, Place, Source
from tests.factories import figure, operation, place, publish, published, source, term

from .reading import ids, read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("vocabulary", sorted(VOCABULARIES))
def test_every_vocabulary_has_its_page(client: Client, vocabulary: str) -> None:
    values = {"place": {"kind": "district"}, "method": {"kind": "control"}}.get(vocabulary, {})
    term(VOCABULARIES[vocabulary], "some.code", "Some name", **values)
    assert f"/terms/{vocabulary}/" in client.get("/terms/").text
    assert "Some name some.code" in read(client, f"/terms/{vocabulary}/")
    assert "Some name" in read(client, f"/terms/{vocabulary}/some.code/")


def test_a_group_page_speaks_of_reported_links_only(client: Client) -> None:
    published("one", groups=[term(Group, "14k", "14K", name_zh_hant="十四K", aliases=["14 K"])])
    words = read(client, "/terms/group/14k/")
    assert "14K 十四K" in words
    assert "Also called 14 K" in words
    assert "1 operation with a reported link" in words
    assert "member" not in words
    assert 'href="/operations/?group=14k"' in client.get("/terms/group/14k/").text


def test_a_place_counts_the_operations_in_its_parts(client: Client) -> None:
    kowloon = place("hk.kln", "Kowloon", parent=place())
    published("one", places=[kowloon])
    assert ids(client.get("/terms/place/hk/")) == ["one"]
    words = read(client, "/terms/place/hk.kln/")
    assert "Within Hong Kong" in words
    assert "Holds Kowloon" in read(client, "/terms/place/hk/")


def test_a_combined_place_has_a_page_under_its_code(client: Client) -> None:
    term(Place, "hk+cn.gd", "Hong Kong and Guangdong")
    for address in ("/terms/place/hk+cn.gd/", "/terms/place/hk%2Bcn.gd/"):
        assert "Hong Kong and Guangdong" in read(client, address)
    assert 'href="/terms/place/hk+cn.gd/"' in client.get("/terms/place/").text


def test_a_place_that_only_figures_name_leads_to_what_is_counted_there(client: Client) -> None:
    made = operation("joint")
    figure(made, 5, counted_in=term(Place, "hk+cn.gd", "Hong Kong and Guangdong"))
    publish(made)
    page = client.get("/terms/place/hk+cn.gd/").text
    assert "1 more names it only in a figure or a route." in page
    address = "/operations/?counted_in=hk%2Bcn.gd"
    assert f'href="{address}"' in page
    assert ids(client.get(address)) == ["joint"]


def test_an_offence_says_what_it_does_not_cover(client: Client) -> None:
    term(
        Offence,
        "hk.200.129",
        "Trafficking in persons to or from Hong Kong",
        relevance="trafficking_offence",
        ordinance="200",
        section="129",
        not_covered_en="Nothing inside Hong Kong.",
        note_en="Consent is no defence.",
    )
    words = read(client, "/terms/offence/hk.200.129/")
    assert "What it does not cover Nothing inside Hong Kong." in words
    assert "Consent is no defence." in words
    assert "Relevance Trafficking offence Chapter 200 Section 129" in words


def test_a_retired_code_leads_to_its_successor_which_names_it(client: Client) -> None:
    heir = term(Group, "wo-on-lok", "Wo On Lok")
    term(Group, "shui-fong", "Shui Fong", successor=heir)
    response = client.get("/terms/group/shui-fong/")
    assert (response.status_code, response["Location"]) == (308, "/terms/group/wo-on-lok/")
    assert "Retired codes that mean the same: shui-fong" in read(client, "/terms/group/wo-on-lok/")


def test_methods_have_no_list_to_narrow_down(client: Client) -> None:
    published("one", methods=[term(Method, "debt", "Debt", kind="control")])
    page = client.get("/terms/method/debt/")
    assert ids(page) == ["one"]
    assert "/operations/?" not in page.text


@pytest.mark.parametrize(
    "address",
    [
        "/terms/nothing/",
        "/terms/group/nothing/",
        "/terms/group/..%2F..%2Fetc/",
        "/terms/group/%00/",
        "/terms/group/\u202e14k/",
        "/sources/nothing/",
        "/terms/group/14k/?page=2",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    term(Group, "14k", "14K")
    assert client.get(address).status_code == 404


def test_sources_are_those_that_public_records_cite(client: Client) -> None:
    made = operation("one")
    figure(made, 5, cited=[source("cited", title="The cited one")])
    publish(made)
    figure(operation("draft"), 5, cited=[source("hidden", title="The hidden one")])
    words = read(client, "/sources/")
    assert "1 source" in words
    assert "The cited one" in words
    assert "hidden" not in words
    assert client.get("/sources/hidden/").status_code == 404
    assert ids(client.get("/sources/cited/")) == ["one"]
    assert "News report (reporting)" in read(client, "/sources/cited/")


def test_the_internal_note_of_a_source_is_never_shown(client: Client) -> None:
    made = operation("one")
    figure(made, 5, cited=[source("cited", note="Behind a paywall, ask Kim.")])
    publish(made)
    for address in ("/sources/", "/sources/cited/", "/operations/one/"):
        assert "paywall" not in client.get(address).text


def test_a_source_of_public_context_is_public_too(client: Client) -> None:
    report = Assessment.objects.create(
        code="tip-2023", body_en="A body", series="A report", year=2023, tier="tier_2"
    )
    report.sources.add(source("tip-report", title="The report"))
    assert client.get("/sources/tip-report/").status_code == 404
    publishing.publish_context(report)
    words = read(client, "/sources/tip-report/")
    assert "It is also cited in the context" in words
    assert Source.objects.count() == 1


def test_the_context_shows_published_documents_and_no_drafts(client: Client) -> None:
    shown = Assessment.objects.create(
        code="tip-2023", body_en="A body", series="A report", year=2023, tier="tier_2"
    )
    figure(shown, 18, measure="victims_identified", scope="sex_trafficking", period="2022")
    publishing.publish_context(shown)
    shown.body_en = "An unpublished change"
    shown.save()
    Assessment.objects.create(
        code="tip-2024", body_en="Draft body", series="A report", year=2024, tier="tier_1"
    )
    words = read(client, "/context/")
    assert "A report 2023 A body Tier 2 18 victims identified" in words
    assert "18 victims identified — sex trafficking, Hong Kong only; 2022" in words
    assert "unpublished" not in words
    assert "Draft body" not in words


def test_a_day_is_written_as_people_in_hong_kong_write_it(client: Client) -> None:
    made = operation("one")
    late = datetime(2026, 11, 22, 20, tzinfo=UTC)
    figure(made, 5, cited=[source("cited", health="live", checked_at=late)])
    publish(made)
    assert "live (23 November 2026)" in read(client, "/sources/cited/")
