"""The front page: ways in, one number taken apart, what is disputed, and the way out."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from operations.models import Group, Operation, Series
from tests.factories import (
    assessment,
    figure,
    operation,
    place,
    publish,
    published,
    source,
    term,
)

from .reading import read, text, total

pytestmark = pytest.mark.django_db


def section(client: Client, heading: str, address: str = "/") -> str:
    """The HTML of the part of a page under the heading with this id."""
    found = re.search(
        rf'<section[^>]*aria-labelledby="{heading}".*?</section>',
        client.get(address).text,
        re.DOTALL,
    )
    return found[0] if found else ""


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def arrested(code: str, *values: int, sources: int = 1) -> Operation:
    """A published operation with one figure a value, each of the same thing."""
    made = operation(code, places=[place()])
    for value in values:
        cited = [source(f"{code}-{value}-{n}", publisher=f"Paper {n}") for n in range(sources)]
        figure(made, value, cited=cited)
    publish(made)
    return made


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ({"q": "14K", "period": "2020s"}, "?q=14K&from=2020&to=2029"),
        ({"q": "旺角", "period": ""}, "?q=%E6%97%BA%E8%A7%92"),
        ({"q": "", "period": "1990s"}, "?from=1990&to=1999"),
        ({"q": "", "period": ""}, ""),
    ],
)
def test_the_quick_search_leads_to_the_list_of_a_period(
    client: Client, prefix: str, typed: dict[str, str], query: str
) -> None:
    response = client.get(f"{prefix}/", typed)
    assert response.status_code == 302
    assert response["Location"] == f"{prefix}/operations/{query}"
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("period", ["2020", "20s", "2025s", "٢٠٢0s", "1700s", "\x00", "2020s "])
def test_another_period_is_refused_by_name(client: Client, period: str) -> None:
    said = read(client, f"/?period={period}", status=400)
    assert "one decade, such as 2020s" in said


def test_two_periods_are_none(client: Client) -> None:
    assert client.get("/?period=2020s&period=2010s").status_code == 400


def test_what_the_front_page_does_not_read_is_refused(client: Client) -> None:
    assert "nope" in read(client, "/?nope=1", status=400)
    assert "from" in read(client, "/?from=2020", status=400)


def test_each_way_in_leads_to_as_many_operations_as_it_says(client: Client) -> None:
    fourteen, other = term(Group, "14k", "14K"), term(Group, "sun_yee_on")
    series = term(Series, "thunderbolt")
    published("a", edtf="2019-12-30/2020-01-02", groups=[fourteen], series=series)
    published("b", edtf="2021", groups=[fourteen, other])
    published("c", edtf="", series=series)
    ways = re.findall(
        r'<a href="([^"]+)" data-count="(\d+)">(.*?)</a>', section(client, "ways"), re.DOTALL
    )
    assert [(unescape(address), words(name)) for address, _count, name in ways] == [
        ("/operations/?from=2020&to=2029", "2020s 2"),
        ("/operations/?from=2010&to=2019", "2010s 1"),
        ("/operations/?group=14k", "14K 2"),
        ("/operations/?group=sun_yee_on", "Sun Yee On 1"),
        ("/operations/?series=thunderbolt", "Thunderbolt 2"),
    ]
    for address, count, _name in ways:
        assert total(client.get(unescape(address))) == int(count)


def test_the_number_that_most_sources_repeat_is_taken_apart(client: Client) -> None:
    arrested("larger", 7670)
    arrested("repeated", 6400, sources=3)
    arrested("smaller", 12, sources=2)
    example = words(section(client, "example"))
    assert example.startswith("What 6,400 counts")
    for expected in (
        "It counts People arrested for all offences, Hong Kong only",
        "Convictions: arrested does not mean guilty.",
        "Who says so Paper 0 , Paper 1 , Paper 2",
        "No official source is cited for it.",
    ):
        assert expected in example
    [address] = re.findall(r'href="(/operations/repeated/#[^"]+)"', section(client, "example"))
    assert f'id="{address.partition("#")[2]}"' in client.get("/operations/repeated/").text


def test_of_numbers_that_as_many_repeat_the_larger_is_taken(client: Client) -> None:
    arrested("small", 300, sources=2)
    arrested("large", 500, sources=2)
    assert words(section(client, "example")).startswith("What 500 counts")


def test_contradictions_stand_with_both_numbers_the_widest_first(client: Client) -> None:
    arrested("narrow", 100, 110)
    arrested("wide", 18, 122)
    arrested("settled", 5)
    html = section(client, "disputes")
    assert re.findall(r'class="question"[^>]*>(.*?)</a>', html) == ["18 or 122?", "100 or 110?"]
    assert "18 or 122? arrested — all offences, Hong Kong only Operation wide" in words(html)
    assert "18 · Paper 0 122 · Paper 0" in words(html)
    assert total(client.get("/operations/?disputed=yes")) == 2
    for address, anchor in re.findall(r'class="question" href="([^"#]+)#([^"]+)"', html):
        assert f'id="{anchor}"' in client.get(address).text


def test_a_contradiction_with_zero_is_the_widest(client: Client) -> None:
    arrested("wide", 1, 900)
    arrested("none", 0, 2)
    assert words(section(client, "disputes")).index("0 or 2?") < words(
        section(client, "disputes")
    ).index("1 or 900?")


def test_counts_of_different_people_are_told_apart_and_not_called_a_dispute(
    client: Client,
) -> None:
    made = operation("kite", name_en="Kite", places=[place()])
    figure(made, 122, scope="vice")
    figure(made, 18, scope="vice", role="syndicate_member")
    figure(made, 7, scope="immigration")
    publish(made)
    html = section(client, "disputes")
    assert "Nothing settles which is right" not in html
    assert re.findall(r'class="question"[^>]*>(.*?)</a>', html) == ["18 or 122?"]
    said = words(html)
    assert "18 arrested (alleged syndicate member) — vice offences, Hong Kong only" in said
    assert "122 arrested — vice offences, Hong Kong only" in said


def test_without_disputes_nothing_is_said_of_them(client: Client) -> None:
    arrested("settled", 5)
    assert section(client, "disputes") == ""


def test_an_empty_record_has_no_ways_no_example_and_no_picture(client: Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for heading in ("ways", "example", "years", "disputes"):
        assert f'id="{heading}"' not in page.text
    assert "Nothing has been published yet." in text(page)


def test_the_years_stand_with_the_tiers_beneath_and_their_table(client: Client) -> None:
    published("one", edtf="2023")
    assessment("tip-2023", year=2023)
    years = section(client, "years")
    assert "<svg" in years
    assert "<table" in years


def test_every_format_that_is_named_answers(client: Client) -> None:
    published("one")
    out = section(client, "out")
    files = re.findall(r'<dt><a href="([^"]+)">', out)
    assert {"/operations.json", "/figures.json", "/operations.atom", "/api/"} <= set(files)
    for address in files:
        assert client.get(address).status_code == 200, address
    assert "curl 'http://testserver/operations.json?" in words(out)


def test_what_this_is_is_said_in_two_sentences(client: Client) -> None:
    lead = re.search(r'<p class="lead">(.*?)</p>', client.get("/").text, re.DOTALL)
    assert lead
    assert len(re.findall(r"[.。](?:\s|$)", lead[1])) == 2
