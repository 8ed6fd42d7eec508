"""Pages for addresses that lead nowhere, or no longer anywhere, help to go on."""

from __future__ import annotations

import re
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations import publishing
from operations.models import Group
from tests.factories import operation, published, term

from .reading import text

pytestmark = pytest.mark.django_db


def offered(client: Client, address: str) -> list[str]:
    """Addresses that a page which was not found offers instead."""
    response = client.get(address)
    assert response.status_code == 404
    found = re.search(r'<ul class="near">(.*?)</ul>', response.text, re.DOTALL)
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', found[1])] if found else []


@pytest.mark.parametrize(
    "typed",
    [
        "thunderbolt2023",
        "Thunderbolt-2023",
        "thunderbolt_2023",
        "THUNDERBOLT--2023",
        "hunderbolt-2023",
        "thunderbolt-2032",
        "thunderbolt-2023/editions/9",
        "thunderbolt-2023/nothing",
    ],
)
def test_a_mistyped_id_offers_the_operation(client: Client, typed: str) -> None:
    published("thunderbolt-2023")
    published("something-else")
    assert offered(client, f"/operations/{typed}/") == ["/operations/thunderbolt-2023/"]
    assert offered(client, f"/zh-hant/operations/{typed}/") == [
        "/zh-hant/operations/thunderbolt-2023/"
    ]


def test_an_id_that_differs_in_signs_alone_stands_alone(client: Client) -> None:
    for year in range(2020, 2026):
        published(f"thunderbolt-{year}")
    assert offered(client, "/operations/thunderbolt2023/") == ["/operations/thunderbolt-2023/"]
    assert len(offered(client, "/operations/thunderbolt-2018/")) == 5


def test_a_mistyped_code_offers_the_term_of_its_vocabulary(client: Client) -> None:
    term(Group, "sun_yee_on")
    assert offered(client, "/terms/group/sun-yee-on/") == ["/terms/group/sun_yee_on/"]
    assert offered(client, "/terms/agency/sun-yee-on/") == []
    assert offered(client, "/terms/nothing/sun-yee-on/") == []


def test_drafts_and_withdrawn_operations_are_not_offered(client: Client) -> None:
    operation("thunderbolt-2023")
    made = published("thunderbolt-2024")
    publishing.withdraw(made, by=None, reason="out", withdrawal_class="unreliable")
    assert offered(client, "/operations/thunderbolt2023/") == []
    assert offered(client, "/operations/thunderbolt2024/") == []


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/operations/thunderbolt2023/", "thunderbolt 2023"),
        ("/terms/group/sun-yee-on/", "sun yee on"),
        ("/nothing/here/", ""),
        ("/operations/%E2%80%AEeno/", "eno"),
        ("/operations/" + "a" * 500 + "/", ""),
        ('/operations/"><b>x/', "b x"),
    ],
)
def test_a_page_that_is_not_there_offers_a_search_for_what_was_typed(
    client: Client, address: str, typed: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    [value] = re.findall(r'<input type="search"[^>]*name="q" value="([^"]*)"', response.text)
    assert unescape(value) == typed
    assert 'action="/operations/"' in response.text


def test_a_wrong_address_costs_few_queries_however_long_the_record_is(client: Client) -> None:
    for number in range(30):
        published(f"op-{number}")
    with CaptureQueriesContext(connection) as queries:
        client.get("/operations/op_nothing/")
    assert len(queries) <= 6
    with CaptureQueriesContext(connection) as queries:
        client.get("/nothing/")
    assert len(queries) == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/en/", "/"),
        ("/en/operations/one/", "/operations/one/"),
        ("/en/operations/one", "/operations/one/"),
        ("/en-GB/about/", "/about/"),
        ("/zh/operations/", "/zh-hant/operations/"),
        ("/zh-HK/operations/one/?x=1", "/zh-hant/operations/one/?x=1"),
        ("/ZH_Hant/about", "/zh-hant/about/"),
        ("/zh-hans/", "/zh-hant/"),
        ("/tc/terms/group/14k/", "/zh-hant/terms/group/14k/"),
        ("/zh-hant/operations.json?group=14k", "/operations.json?group=14k"),
        ("/en/operations/one.json", "/operations/one.json"),
        ("/zh-hant/api/operations/", "/api/operations/"),
    ],
)
def test_an_address_in_the_wrong_language_is_sent_on(
    client: Client, typed: str, meant: str
) -> None:
    response = client.get(typed)
    assert response.status_code == 301
    assert response["Location"] == meant


@pytest.mark.parametrize(
    "address", ["/en/nothing/", "/en//evil.example/", "/zh//evil.example/about/", "/fr/about/"]
)
def test_an_address_that_is_nowhere_is_not_sent_on(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_was_withdrawn_says_when_and_why_and_where_to_go_on(client: Client) -> None:
    made = published("one")
    with time_machine.travel("2031-05-06T12:00:00+08:00"):
        publishing.withdraw(
            made, by=None, reason="Its only source was retracted.", withdrawal_class="unreliable"
        )
        response = client.get("/operations/one/")
        assert response.status_code == 410
        said = text(response)
        assert "Taken off on 6 May 2031." in said
        assert "Why: its sources proved unreliable. Its only source was retracted." in said
        assert 'href="/operations/one/editions/"' in response.text
        assert 'href="/operations/"' in response.text
        assert client.get("/zh-hant/operations/one/").status_code == 410


@pytest.mark.parametrize(
    "address",
    [
        "/about/?nope=1",
        "/operations/one/?nope=1",
        "/operations/one/editions/?nope=1",
        "/operations/one/editions/1/?nope=1",
        "/terms/?nope=1",
        "/zh-hant/operations/one/?nope=1",
    ],
)
def test_a_page_refuses_what_it_does_not_read_and_offers_itself_without(
    client: Client, address: str
) -> None:
    published("one")
    response = client.get(address)
    assert response.status_code == 400
    assert "nope" in text(response)
    assert f'href="{address.partition("?")[0]}"' in response.text


@pytest.mark.parametrize("file", ["one.json", "one/editions/1.json", "one/ledger.json"])
def test_a_file_refuses_what_it_does_not_read(client: Client, file: str) -> None:
    published("one")
    response = client.get(f"/operations/{file}?nope=1")
    assert response.status_code == 400
    [error] = response.json()["errors"]
    known = "a known parameter: as_of" if file == "one.json" else "no parameter here"
    assert (error["parameter"], error["expected"]) == ("nope", known)


def test_a_page_of_a_list_offers_itself_with_what_was_understood(client: Client) -> None:
    published("one")
    response = client.get("/sources/?page=1&nope=1")
    assert response.status_code == 400
    assert 'href="/sources/?page=1"' in response.text


@pytest.mark.parametrize("address", ["/about/", "/zh-hant/about/"])
def test_a_fault_is_told_in_both_languages_without_a_database(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("operations.pages.home.render", fail)
    client = Client(raise_request_exception=False)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 500
    assert len(queries) == 0
    languages = re.findall(r'<section lang="([^"]+)">', response.text)
    assert sorted(languages) == ["en", "zh-Hant-HK"]
    assert languages[0] == re.findall(r'<html lang="([^"]+)">', response.text)[0]
    assert 'href="/"' in response.text
    assert 'href="/zh-hant/"' in response.text
