"""Counts beside choices, over the committed data."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from operations.pages.stylesheet import joined
from tests.facets.ask import choices, leads_to, results
from tests.pages.reading import total

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_data")]

QUERIES = [
    "",
    "group=14k",
    "from=2020&to=2029&agency=hkpf",
    "undated=only&flag=date_uncertain",
    "measure=persons_arrested&min=1000&scope=all_offences",
    "stated=no&measure=persons_charged",
    "q=雷霆&disputed=yes",
    "place=hk.kln&relevance=vice_offence&relevance=not_stated",
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_count_is_the_number_of_results(query: str) -> None:
    for facet, choice in choices(query):
        chosen = leads_to(query, facet, choice)
        assert choice.count == results(chosen), chosen


def test_every_link_of_a_page_leads_to_as_many_as_it_says(client: Client) -> None:
    page = client.get("/operations/?group=14k").text
    links = re.findall(r'<a href="([^"]+)" data-count="(\d+)"', page)
    assert len(links) > 50
    for address, count in links:
        assert total(client.get(unescape(address))) == int(count), address


def test_the_14k_operations_of_the_2020s_are_two_links_away(client: Client) -> None:
    page = client.get("/operations/").text
    assert 'href="/operations/?group=14k" data-count="4"' in page
    page = client.get("/operations/?group=14k").text
    assert 'href="/operations/?group=14k&amp;from=2020&amp;to=2029" data-count="1"' in page


def test_page_and_stylesheet_stay_under_a_hundred_kilobytes(client: Client) -> None:
    page = client.get("/operations/")
    assert len(page.content) + len(joined().encode()) < 100_000
    assert page.text.count('rel="stylesheet"') == 1
    assert "<script src" not in page.text
