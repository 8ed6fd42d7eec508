"""“Cite” on an edition, a figure, a list and a total: pages and files."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from operations import publishing
from operations.models import Edition, Group, Operation
from operations.problems import CONTENT_TYPE
from tests.factories import figure, operation, part, publish, published, source, term
from tests.pages.reading import ids, read

pytestmark = pytest.mark.django_db

SUFFIXES = ("bib", "ris", "csl.json")


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-05T04:00:00Z", tick=False) as moment:
        yield moment


def thunderbolt() -> Operation:
    """One operation with an interim and a final number, the final one in two parts."""
    made = operation("one", name_en="Operation One", name_zh_hant="行動一", edtf="2021-06")
    release = source("release", publisher="A bureau", title="A release", published="2021-06-18")
    figure(made, 868, as_at="2021-06-18", reporting_status="interim", cited=[release])
    whole = figure(made, 2320, as_at="2021-07-01", reporting_status="final", cited=[release])
    part(whole, 320, sex="female", cited=[release])
    part(whole, 2000, sex="male", cited=[release])
    publish(made)
    return made


def texts(client: Client, address: str) -> dict[str, str]:
    """What can be copied from a page, by its language."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    found = re.findall(
        r'<textarea[^>]* lang="([^"]+)"[^>]*>(.*?)</textarea>', response.text, re.DOTALL
    )
    return {lang: unescape(text) for lang, text in found}


def csl(client: Client, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, response.content
    [item] = orjson.loads(response.content)
    found: dict[str, Any] = item
    return found


def test_an_edition_is_cited_with_its_number_its_hash_and_what_it_says(client: Client) -> None:
    thunderbolt()
    short = Edition.objects.get().sha256[:12]
    assert texts(client, "/operations/one/editions/1/cite/")["en"] == (
        "Enforcement operation tracker: “Operation One”. Dates: June 2021. 2,320 arrested — "
        "all offences, Hong Kong only. Arrested, not convicted. "
        f"Edition 1, 5 November 2026 (SHA-256 {short}). "
        "http://testserver/operations/one/editions/1/ (read on 5 November 2026)"
    )


def test_both_languages_are_there_whatever_the_page_is_in(client: Client) -> None:
    thunderbolt()
    for prefix in ("", "/zh-hant"):
        found = texts(client, f"{prefix}/operations/one/editions/1/cite/")
        assert "“Operation One”" in found["en"]
        assert "行動一" in found["zh-Hant-HK"]
        assert "http://testserver/zh-hant/operations/one/editions/1/" in found["zh-Hant-HK"]


def test_the_page_of_an_operation_offers_its_citation_and_files(client: Client) -> None:
    thunderbolt()
    for address in ("/operations/one/", "/operations/one/editions/1/"):
        text = client.get(address).text
        assert "“Operation One”" in texts(client, address)["en"]
        for suffix in SUFFIXES:
            assert f'href="/operations/one/editions/1/cite.{suffix}"' in text


def test_every_figure_has_a_link_to_its_citation_and_an_anchor(client: Client) -> None:
    thunderbolt()
    text = client.get("/operations/one/").text
    for number in range(1, 5):
        assert f'href="/operations/one/editions/1/cite/?figure=one.{number}"' in text
        assert text.count(f'id="one.{number}"') == 1


def test_a_figure_is_cited_with_all_that_makes_it_what_it_is(client: Client) -> None:
    thunderbolt()
    short = Edition.objects.get().sha256[:12]
    said = texts(client, "/operations/one/editions/1/cite/?figure=one.2")["en"]
    assert said == (
        "Enforcement operation tracker: “2,320 arrested — all offences, Hong Kong only "
        "(Operation One)”. As at 1 July 2021. Reporting status: final. Arrested, not convicted. "
        "Not a number of arrests for sex trafficking. "
        "Sources: A bureau, “A release”, 18 June 2021, https://example.org/release. "
        f"Edition 1, 5 November 2026 (SHA-256 {short}). "
        "http://testserver/operations/one/editions/1/#one.2 (read on 5 November 2026)"
    )


def test_a_figure_that_does_not_lead_says_so(client: Client) -> None:
    thunderbolt()
    said = texts(client, "/operations/one/editions/1/cite/?figure=one.1")["en"]
    assert "“868 arrested — all offences, Hong Kong only; interim (Operation One)”" in said
    assert "Does not lead: an interim count, superseded." in said


def test_a_part_names_its_whole(client: Client) -> None:
    thunderbolt()
    said = texts(client, "/operations/one/editions/1/cite/?figure=one.3")["en"]
    assert "“320 arrested (women or girls) — all offences, Hong Kong only (Operation One)”" in said
    assert "Part of: 2,320 arrested — all offences, Hong Kong only." in said


def test_a_disputed_figure_says_so(client: Client) -> None:
    made = operation("one")
    for value in (18, 122):
        figure(made, value)
    publish(made)
    for number, rival in ((1, 122), (2, 18)):
        said = texts(client, f"/operations/one/editions/1/cite/?figure=one.{number}")["en"]
        other = f"{rival} arrested — all offences, Hong Kong only"
        assert f"Disputed; also stated for the same thing: {other}." in said


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_has_its_type_and_a_name_of_its_own(client: Client, suffix: str) -> None:
    thunderbolt()
    types = {
        "bib": "application/x-bibtex; charset=utf-8",
        "ris": "application/x-research-info-systems; charset=utf-8",
        "csl.json": "application/vnd.citationstyles.csl+json",
    }
    names = {
        f"/operations/one/cite.{suffix}": "one-edition-1",
        f"/operations/one/editions/1/cite.{suffix}": "one-edition-1",
        f"/operations/one/editions/1/cite.{suffix}?figure=one.2": "one-figure-2-edition-1",
    }
    for address, name in names.items():
        response = client.get(address)
        assert response["Content-Type"] == types[suffix]
        assert response["Content-Disposition"] == f'attachment; filename="{name}.{suffix}"'
        assert response["Access-Control-Allow-Origin"] == "*"
        assert client.head(address).status_code == 200


def test_the_address_without_edition_cites_the_current_one(client: Client) -> None:
    made = thunderbolt()
    made.name_en = "Operation One, corrected"
    made.save()
    with time_machine.travel("2026-11-06T04:00:00Z", tick=False):
        publish(made, "The name.")
    assert csl(client, "/operations/one/cite.csl.json")["id"] == "one-edition-2"
    old = csl(client, "/operations/one/editions/1/cite.csl.json")
    assert old["title"] == "Operation One / 行動一"


@pytest.mark.parametrize("given", ["nope", "one.9", "", "one.1&figure=one.2", "one.1%00"])
def test_an_unknown_figure_is_a_wrong_parameter(client: Client, given: str) -> None:
    thunderbolt()
    response = client.get(f"/operations/one/editions/1/cite.bib?figure={given}")
    assert (response.status_code, response["Content-Type"]) == (400, CONTENT_TYPE)
    [error] = orjson.loads(response.content)["errors"]
    assert error["parameter"] == "figure"
    assert error["expected"] == "the id of one figure of this edition"
    assert client.get(f"/operations/one/editions/1/cite/?figure={given}").status_code == 400


def test_an_unknown_parameter_is_refused(client: Client) -> None:
    thunderbolt()
    for address in ("/operations/one/cite.ris", "/operations/one/editions/1/cite/"):
        assert client.get(f"{address}?edition=1").status_code == 400
    for address in ("/operations/cite.ris", "/cite/operations/", "/totals/cite.bib"):
        assert client.get(f"{address}?colour=red").status_code == 400


def test_what_is_gone_cannot_be_cited(client: Client) -> None:
    made = thunderbolt()
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.")
    for address in ("/operations/one/cite.bib", "/operations/one/editions/1/cite.csl.json"):
        response = client.get(address)
        assert (response.status_code, orjson.loads(response.content)["class"]) == (410, "privacy")
    read(client, "/operations/one/editions/1/cite/", 410)


def test_a_merged_operation_leads_to_the_citation_of_its_survivor(client: Client) -> None:
    survivor, twin = published("survivor"), published("twin")
    publishing.merge(twin, survivor, by=None, reason="The same.")
    response = client.get("/operations/twin/cite.ris")
    assert response.status_code == 308
    assert response["Location"] == "/operations/survivor/cite.ris"


def test_what_never_was_is_a_problem_document(client: Client) -> None:
    for suffix in ("bib", "ris"):
        for address in (f"/operations/none/cite.{suffix}", f"/operations/one/nothing.{suffix}"):
            response = client.get(address)
            assert (response.status_code, response["Content-Type"]) == (404, CONTENT_TYPE)


def grouped() -> None:
    published("alpha", groups=[term(Group, "14k", "14K")])
    published("beta", groups=[term(Group, "14k", "14K")])
    published("gamma")


def test_a_list_is_cited_with_its_definition_its_count_and_an_address_that_replays_it(
    client: Client,
) -> None:
    grouped()
    Edition.objects.update(valid_from="2026-11-01T02:03:04Z")
    assert texts(client, "/cite/operations/?group=14k&page=1")["en"] == (
        "Enforcement operation tracker: “Operations with Reported link to group: 14K. "
        "Sorted newest first”. 2 operations. "
        "The record as of 1 November 2026, 10:03:04 Hong Kong time. "
        "http://testserver/operations/?group=14k&as_of=2026-11-01T02%3A03%3A04Z "
        "(read on 5 November 2026)"
    )


def test_the_address_of_a_list_brings_the_same_back_after_anything(client: Client) -> None:
    grouped()
    address = csl(client, "/operations/cite.csl.json?group=14k")["URL"]
    split = urlsplit(address)
    assert parse_qs(split.query)["as_of"] == ["2026-11-05T04:00:00Z"]
    with time_machine.travel("2026-11-05T04:00:01Z", tick=False):
        publishing.withdraw(
            Operation.objects.get(code="alpha"),
            by=None,
            withdrawal_class="duplicate",
            reason="Twice.",
        )
        published("delta", groups=[term(Group, "14k")])
    assert ids(client.get(f"{split.path}?{split.query}")) == ["alpha", "beta"]
    assert ids(client.get("/operations/?group=14k")) == ["beta", "delta"]


def test_what_left_a_list_before_it_was_cited_does_not_come_back(client: Client) -> None:
    grouped()
    with time_machine.travel("2026-11-05T05:00:00Z", tick=False):
        alpha = Operation.objects.get(code="alpha")
        publishing.withdraw(alpha, by=None, withdrawal_class="duplicate", reason="Twice.")
    split = urlsplit(csl(client, "/operations/cite.csl.json?group=14k")["URL"])
    assert ids(client.get(f"{split.path}?{split.query}")) == ["beta"]


def test_a_list_of_the_past_is_cited_as_it_stood(client: Client) -> None:
    grouped()
    Edition.objects.filter(code="alpha").update(valid_from="2026-01-02T03:04:05Z")
    found = csl(client, "/operations/cite.csl.json?as_of=2026-06")
    assert parse_qs(urlsplit(found["URL"]).query) == {"as_of": ["2026-01-02T03:04:05Z"]}
    assert found["abstract"] == "1 operation."
    assert found["issued"] == {"date-parts": [[2026, 1, 2]]}


def test_a_search_is_said_not_to_be_replayable(client: Client) -> None:
    published("alpha")
    found = csl(client, "/operations/cite.csl.json?q=alpha")
    assert found["URL"] == "http://testserver/operations/?q=alpha"
    assert found["accessed"] == {"date-parts": [[2026, 11, 5]]}
    assert found["abstract"] == (
        "1 operation. A search cannot be replayed: "
        "the address gives the answer of the day it is opened."
    )


def test_an_empty_record_can_be_cited_too(client: Client) -> None:
    found = csl(client, "/operations/cite.csl.json")
    assert found["URL"] == "http://testserver/operations/"
    assert found["version"] == "Nothing published yet"
    assert "issued" not in found


def test_the_key_is_the_same_for_the_same_question_and_another_for_another(client: Client) -> None:
    grouped()
    first, again, other = (
        csl(client, f"/operations/cite.csl.json?{query}")["id"]
        for query in ("group=14k&year=2020", "year=2020&group=14k&page=3&q=", "group=14k")
    )
    assert first == again != other
    assert re.fullmatch(r"operations-[0-9a-f]{8}", first)


def test_the_list_links_to_its_citation(client: Client) -> None:
    grouped()
    assert 'href="/cite/operations/?group=14k"' in client.get("/operations/?group=14k").text
    text = client.get("/zh-hant/cite/operations/?group=14k").text
    for suffix in SUFFIXES:
        assert f'href="/operations/cite.{suffix}?group=14k"' in text


def test_a_total_is_cited_with_what_it_added_up_and_over_what(client: Client) -> None:
    grouped()
    query = "measure=persons_arrested&group=14k"
    said = texts(client, f"/cite/totals/?{query}")["en"]
    assert said == (
        "Enforcement operation tracker: “200 arrested — all offences, Hong Kong only, "
        "in 2 operations”. Arrested, not convicted. "
        "Over operations with Reported link to group: 14K. "
        "2 operations fit, 2 counted, 0 left out. "
        "The record as of 5 November 2026, 12:00:00 Hong Kong time. "
        "http://testserver/totals/?group=14k&measure=persons_arrested"
        "&as_of=2026-11-05T04%3A00%3A00Z (read on 5 November 2026)"
    )
    address = csl(client, f"/totals/cite.csl.json?{query}")["URL"]
    words = read(client, address.removeprefix("http://testserver"))
    assert "200 arrested — all offences, Hong Kong only, in 2 operations" in words
    assert (
        f'href="/cite/totals/?{query.replace("&", "&amp;")}"'
        in client.get(f"/totals/?{query}").text
    )


def test_a_total_without_a_measure_is_no_total(client: Client) -> None:
    response = client.get("/totals/cite.bib")
    [error] = orjson.loads(response.content)["errors"]
    assert (response.status_code, error["parameter"]) == (400, "measure")


def test_nothing_that_cannot_be_added_is_cited_as_zero(client: Client) -> None:
    made = operation("one")
    figure(made, None, value_type="not_stated")
    publish(made)
    found = csl(client, "/totals/cite.csl.json?measure=persons_charged")
    assert found["title"].startswith("charged — all offences, Hong Kong only")
    assert "That is not zero." in found["abstract"]
    assert "Arrested, not convicted." not in found["abstract"]


def test_no_person_is_named(client: Client) -> None:
    thunderbolt()
    for suffix in SUFFIXES:
        assert "editor" not in client.get(f"/operations/one/cite.{suffix}").text


def test_markup_in_a_name_stays_text(client: Client) -> None:
    published("one", name_en="<script>x</script> & co")
    text = client.get("/operations/one/editions/1/cite/").text
    assert "<script>x" not in text
    assert "“<script>x</script> & co”" in texts(client, "/operations/one/editions/1/cite/")["en"]


def test_every_address_of_a_citation_is_reversible() -> None:
    assert reverse("edition-cite-csl.json", args=["one", 1]) == (
        "/operations/one/editions/1/cite.csl.json"
    )
