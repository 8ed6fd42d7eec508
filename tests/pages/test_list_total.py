"""The sum above a list, and the way to its explanation."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.factories import figure, operation, place, publish, published

from .reading import read

pytestmark = pytest.mark.django_db


def said(client: Client, query: str = "") -> str:
    """The words of the total above a list."""
    page = client.get(f"/operations/{query}").text
    found = re.search(r'<p class="list-total">(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


def explanation(client: Client, query: str = "") -> str:
    page = client.get(f"/operations/{query}").text
    found = re.search(r'<p class="list-total">.*?href="([^"]+)"', page, re.DOTALL)
    assert found
    return unescape(found[1])


def two_scopes() -> None:
    published("all", arrested=4320, edtf="2024-06")
    made = operation("vice", edtf="2024-11")
    figure(made, 28, scope="vice")
    publish(made)


def test_it_is_of_arrests_for_all_offences_in_hong_kong_unless_asked(client: Client) -> None:
    two_scopes()
    assert said(client) == (
        "Together: at least 4,320 arrested — all offences, Hong Kong only, in 1 operation "
        "(1 operation is left out, and the total says why)"
    )
    assert explanation(client) == (
        "/totals/?measure=persons_arrested&scope=all_offences&counted_in=hk"
    )


def test_it_is_of_the_figure_that_the_query_speaks_of(client: Client) -> None:
    two_scopes()
    query = "?measure=persons_arrested&scope=vice"
    assert said(client, query).startswith("Together: at least 28 arrested — vice offences")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?year=2024&sort=name&page=1",
        "?scope=vice",
        "?measure=persons_arrested&min=100",
        "?measure=persons_charged&stated=no",
        "?as_of=2100-01-01",
    ],
)
def test_the_explanation_gives_the_same_number(client: Client, query: str) -> None:
    two_scopes()
    words = said(client, query).removeprefix("Together: ").split(" (")[0].removesuffix(" Why")
    assert words in read(client, explanation(client, query))


def test_unlike_things_have_no_total(client: Client) -> None:
    two_scopes()
    assert said(client, "?scope=vice&scope=all_offences") == (
        "No total: more than one measure, scope or place is asked for, and unlike things are not "
        "added."
    )


def test_nothing_to_add_is_not_zero(client: Client) -> None:
    place()
    published("silent", arrested=None)
    assert said(client) == (
        "There is no total: no operation states “arrested” (all offences, Hong Kong only) as a "
        "number that may be counted. That is not zero. Why"
    )


def test_an_empty_list_has_none(client: Client) -> None:
    assert "list-total" not in client.get("/operations/?q=nothing+like+it").text


def test_a_long_list_is_added_up_on_the_page_of_totals(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_scopes()
    monkeypatch.setattr("operations.pages.list_total.MOST_ADDED", 1)
    assert said(client, "?year=2024") == "Work out the total of this long list"
    assert explanation(client, "?year=2024") == "/totals/?year=2024&measure=persons_arrested"
