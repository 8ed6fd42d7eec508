"""The public list: rows in words, one form for every parameter, numbered pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode

from operations.filters import PARAMETERS
from operations.models import Agency, Group, Series
from tests.factories import figure, operation, place, publish, published, source, term

from .reading import ids, read, row, text, total

pytestmark = pytest.mark.django_db


def thunderbolt() -> None:
    """One operation with everything that a row can show."""
    made = operation(
        "thunderbolt-2023",
        name_en="Operation Thunderbolt 2023",
        name_zh_hant="雷霆2023",
        edtf="2023-06-12/2023-09-21",
        kind="organised_crime_sweep",
        status="concluded",
        flags=["primary_source_wanted"],
        series=term(Series, "thunderbolt"),
        agencies=[term(Agency, "hkpf", "Hong Kong Police Force")],
        groups=[term(Group, "14k", "14K")],
        places=[place()],
    )
    figure(made, 6400, cited=[source("a-paper")])
    publish(made)


def test_a_row_says_everything_in_words(client: Client) -> None:
    thunderbolt()
    assert row(client.get("/operations/"), "thunderbolt-2023") == (
        "Operation Thunderbolt 2023 雷霆2023 12 June – 21 September 2023 · Organised-crime sweep "
        "6,400 arrested — all offences, Hong Kong only "
        "Hong Kong Police Force · reported link to 14K Primary source wanted"
    )


def test_names_carry_their_language(client: Client) -> None:
    thunderbolt()
    page = client.get("/operations/").text
    assert '<span lang="en">Operation Thunderbolt 2023</span>' in page
    assert '<span lang="zh-Hant-HK">雷霆2023</span>' in page
    assert '<html lang="en">' in page
    assert '<html lang="zh-Hant-HK">' in client.get("/zh-hant/operations/").text


def test_the_figure_of_a_row_has_qualifier_scope_and_place(client: Client) -> None:
    made = operation("joint")
    together = place("hk+cn.gd", "Hong Kong and Guangdong")
    figure(made, 250, qualifier="at_least", scope="vice", counted_in=together)
    publish(made)
    words = "at least 250 arrested — vice offences, Hong Kong and Guangdong together"
    assert words in row(client.get("/operations/"), "joint")


def test_arrested_not_convicted_stands_near_a_list_of_arrests_once(client: Client) -> None:
    for _number in range(3):
        published()
    assert read(client, "/operations/").count("arrested, not convicted") == 1


def test_a_row_without_arrests_needs_no_word_on_convictions(client: Client) -> None:
    made = operation("raid")
    figure(made, 9, measure="premises_checked", scope="not_applicable")
    publish(made)
    assert "not convicted" not in read(client, "/operations/")


def test_rivals_that_contradict_each_other_mark_the_row(client: Client) -> None:
    made = operation("two-accounts")
    figure(made, 18)
    figure(made, 122)
    publish(made)
    published("agreed")
    page = client.get("/operations/")
    assert "Disputed: figures do not agree" in row(page, "two-accounts")
    assert "Disputed" not in row(page, "agreed")


def test_an_operation_without_a_figure_says_so(client: Client) -> None:
    published("silent", arrested=None)
    assert "No figure recorded yet." in row(client.get("/operations/"), "silent")


def test_an_undated_operation_says_so(client: Client) -> None:
    published("some-day")
    assert "date not stated" in row(client.get("/operations/"), "some-day")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=雷霆", ["thunderbolt-2023"]),
        ("q=THUNDERBOLT", ["thunderbolt-2023"]),
        ("from=2024-01-01", ["later"]),
        ("to=2023-12-31", ["thunderbolt-2023"]),
        ("from=2023-09-01&to=2023-10-01&dates=within", []),
        ("year=2023&undated=include", ["thunderbolt-2023", "some-day"]),
        ("undated=only", ["some-day"]),
        ("year=2023", ["thunderbolt-2023"]),
        ("series=thunderbolt", ["thunderbolt-2023"]),
        ("agency=hkpf", ["thunderbolt-2023"]),
        ("group=14k", ["thunderbolt-2023"]),
        ("place=hk", ["thunderbolt-2023"]),
        ("kind=anti_vice", ["later", "some-day"]),
        ("kind=anti_vice&kind=organised_crime_sweep", ["later", "thunderbolt-2023", "some-day"]),
        ("status=concluded", ["thunderbolt-2023"]),
        ("flag=primary_source_wanted", ["thunderbolt-2023"]),
        ("source=a-paper", ["thunderbolt-2023"]),
        ("measure=persons_arrested&min=1000", ["thunderbolt-2023"]),
        ("measure=persons_arrested&max=1000", ["later", "some-day"]),
        ("measure=persons_charged&stated=no", ["later", "thunderbolt-2023", "some-day"]),
        ("scope=vice", ["later"]),
        ("counted_in=mo", ["some-day"]),
        ("disputed=yes", []),
        ("sort=date", ["thunderbolt-2023", "later", "some-day"]),
        ("sort=-arrests", ["thunderbolt-2023", "later", "some-day"]),
        ("sort=name", ["some-day", "later", "thunderbolt-2023"]),
    ],
)
def test_each_parameter_has_its_effect_on_the_page(
    client: Client, query: str, found: list[str]
) -> None:
    thunderbolt()
    later = operation("later", name_en="Bright", edtf="2024-05")
    figure(later, 30, scope="vice")
    publish(later)
    some_day = operation("some-day", name_en="Amber")
    figure(some_day, 7, counted_in=place("mo", "Macau"))
    publish(some_day)
    page = client.get(f"/operations/?{query}")
    assert ids(page) == found
    assert total(page) == len(found)


def test_every_parameter_has_its_field_in_the_form_or_its_facet(client: Client) -> None:
    thunderbolt()
    fields = set(re.findall(r'<(?:input|select)[^>]* name="([^"]+)"', read_form(client)))
    page = client.get("/operations/").text
    facets = set(re.findall(r'<section class="facet" id="facet-([^"]+)"', page))
    assert fields | facets == set(PARAMETERS)
    assert not fields & facets


def read_form(client: Client, query: str = "") -> str:
    page: str = client.get(f"/operations/{query}").text
    return page[page.index("<form") : page.index("</form>")]


def test_only_terms_that_public_operations_name_can_be_chosen(client: Client) -> None:
    thunderbolt()
    draft = operation("draft", groups=[term(Group, "wsw", "Wo Shing Wo")])
    figure(draft, 5, counted_in=place("mo", "Macau"))
    page = client.get("/operations/").text
    assert '<option value="hk">Hong Kong</option>' in page
    assert 'href="/operations/?group=14k" data-count="1"' in page
    assert "Wo Shing Wo" not in page
    assert "Macau" not in page


def test_what_was_chosen_stays_in_the_form(client: Client) -> None:
    thunderbolt()
    query = "?group=14k&q=bolt&from=2023&source=a-paper&sort=date&measure=persons_arrested"
    form = read_form(client, query)
    assert '<input type="hidden" name="group" value="14k">' in form
    assert '<option value="persons_arrested" selected>' in form
    assert '<option value="date" selected>' in form
    for value in ("bolt", "2023", "a-paper"):
        assert f'value="{value}"' in form


def test_the_query_is_spelt_out_and_each_condition_can_be_dropped(client: Client) -> None:
    thunderbolt()
    page = client.get("/operations/?group=14k&year=2023&page=1")
    assert "Operations with Year: 2023; Reported link to group: 14K." in text(page)
    assert 'href="/operations/?group=14k"' in page.text
    assert 'href="/operations/?year=2023"' in page.text


def test_no_result_offers_to_drop_a_condition(client: Client) -> None:
    thunderbolt()
    page = client.get("/operations/?group=14k&q=nothing+like+it")
    assert "No published operation fits all of this." in text(page)
    assert "Drop “Reported link to group: 14K”" in text(page)
    assert total(page) == 0


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("grup=14k", ["grup"]),
        ("year=20x3", ["year"]),
        ("year=" + "9" * 500, ["year"]),
        ("measure=persons_arrested&min=abc", ["min"]),
        ("min=5", ["min"]),
        ("sort=nope", ["sort"]),
        ("from=2024-02-31", ["from"]),
        ("from=2024-02&to=2023", ["to"]),
        ("group=no-such-group", ["group"]),
        ("q=" + "x" * 20_000, ["q"]),
        ("q=%00", ["q"]),
        ("q=one&q=two", ["q"]),
        ("page=-1", ["page"]),
        ("page=abc", ["page"]),
        ("page=" + "9" * 6000, ["page"]),
        ("page=1&page=2", ["page"]),
        ("page=%D9%A3", ["page"]),
        ("as_of=2024&q=x", ["as_of"]),
        ("grup=14k&sort=nope", ["grup", "sort"]),
    ],
)
def test_a_bad_query_is_a_400_that_names_the_parameter(
    client: Client, query: str, names: list[str]
) -> None:
    thunderbolt()
    response = client.get(f"/operations/?{query}")
    assert response.status_code == 400
    assert re.findall(r"<strong><bdi>([^<]+)</bdi></strong>", response.text) == names
    assert ids(response) == []


def test_what_was_typed_stays_in_the_form_beside_what_was_expected(client: Client) -> None:
    page = client.get("/operations/", {"from": "2024-02-31", "q": '"><b>bold', "kind": "nope"})
    form = page.text[page.text.index("<form") : page.text.index("</form>")]
    assert 'value="2024-02-31"' in form
    assert "&quot;&gt;&lt;b&gt;bold" in form
    assert '<option value="nope" selected>nope</option>' in form
    assert "Expected: a day such as 2023-06-12, 2023-06 or 2023, from 1800 to 2100." in text(page)


def test_direction_marks_and_nul_are_not_repeated_in_an_error(client: Client) -> None:
    page = client.get("/operations/?" + urlencode({"gr\u202eup": "14\u202ek\x00"}))
    assert page.status_code == 400
    assert "\u202e" not in page.text
    assert "\x00" not in page.text
    assert "“ 14�k� ” was given" in text(page)


def test_an_answer_never_holds_a_nul(client: Client) -> None:
    assert "\x00" not in client.get("/operations/?q=a%00b&from=%00").text


@pytest.fixture
def twenty_seven(db: Any) -> None:
    for number in range(27):
        published(f"op-{number:02}", edtf=f"2020-01-{number + 1:02}", arrested=None)


@pytest.mark.usefixtures("twenty_seven")
def test_pages_hold_twenty_five(client: Client) -> None:
    first, second = (
        client.get("/operations/?sort=date"),
        client.get("/operations/?sort=date&page=2"),
    )
    assert ids(first) == [f"op-{number:02}" for number in range(25)]
    assert ids(second) == ["op-25", "op-26"]
    assert total(first) == total(second) == 27
    assert 'rel="next" href="?sort=date&amp;page=2"' in first.text
    assert 'rel="prev" href="?sort=date&amp;page=1"' in second.text


@pytest.mark.usefixtures("twenty_seven")
def test_a_page_beyond_the_last_is_not_found(client: Client) -> None:
    assert client.get("/operations/?page=2").status_code == 200
    assert client.get("/operations/?page=3").status_code == 404
    assert client.get("/operations/?page=99999").status_code == 404


def test_what_the_form_left_empty_leaves_the_address(client: Client) -> None:
    response = client.get("/operations/?q=&group=14k&from=&sort=")
    assert response.status_code == 302
    assert response["Location"] == "/operations/?group=14k"
    assert client.get("/zh-hant/operations/?q=")["Location"] == "/zh-hant/operations/"


def test_a_list_of_the_past_leads_to_the_editions_of_the_past(client: Client) -> None:
    thunderbolt()
    page = client.get("/operations/?as_of=2100-01-01")
    assert 'href="/operations/thunderbolt-2023/editions/1/"' in page.text
    assert total(client.get("/operations/?as_of=2001-01-01")) == 0


def test_the_list_leads_to_the_same_query_as_data(client: Client) -> None:
    thunderbolt()
    page = client.get("/operations/?group=14k&page=1").text
    assert 'href="/operations.json?group=14k"' in page
    assert 'href="/figures.json?group=14k"' in page


def test_what_a_question_about_dates_leaves_out_is_said(client: Client) -> None:
    published("dated", edtf="2023-06")
    published("undated", edtf="")
    words = text(client.get("/operations/?year=2023"))
    assert "1 operation without a stated date is left out." in words
    page = client.get("/operations/?year=2023").text
    assert 'href="/operations/?undated=include&amp;year=2023"' in page
    assert ids(client.get("/operations/?undated=include&year=2023")) == ["dated", "undated"]
    assert "without a stated date" not in text(client.get("/operations/"))
    assert "without a stated date" not in text(client.get("/operations/?undated=exclude&year=2023"))
