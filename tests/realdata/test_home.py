"""The front page over the committed data: what a new reader has to understand in two minutes."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.pages.reading import ids, read

pytestmark = pytest.mark.usefixtures("real_data")


def test_it_says_what_6400_counts_what_it_does_not_and_who_says_so(client: Client) -> None:
    words = read(client, "/")
    for expected in (
        "What 6,400 counts",
        "People arrested for all offences, Hong Kong only",
        "this record holds no number for trafficking alone",
        "Convictions: arrested does not mean guilty.",
        "Other places that took part: Guangdong, Macau.",
        "South China Morning Post",
    ):
        assert expected in words


def test_18_and_122_stand_side_by_side(client: Client) -> None:
    assert "18 or 122? Operation 斷鳶" in read(client, "/")


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_the_14k_operations_of_the_2020s_are_one_search_or_two_links_away(
    client: Client, prefix: str
) -> None:
    searched = client.get(f"{prefix}/", {"q": "14K", "period": "2020s"}, follow=True)
    assert ids(searched)
    linked = client.get(f"{prefix}/operations/?from=2020&to=2029&group=14k")
    assert set(ids(linked)) <= set(ids(searched))
    ways = re.findall(r'<a href="([^"]+)" data-count', client.get(f"{prefix}/").text)
    assert f"{prefix}/operations/?from=2020&to=2029" in map(unescape, ways)
    assert f"{prefix}/operations/?group=14k" in ways
    decade = client.get(f"{prefix}/operations/?from=2020&to=2029").text
    assert f"{prefix}/operations/?group=14k&amp;from=2020&amp;to=2029" in decade
