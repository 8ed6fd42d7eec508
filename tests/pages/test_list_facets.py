"""Choices beside the list: plain links, each with the number of results that it leads to."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from operations.models import Agency, Group
from tests.factories import place, published, term

from .reading import ids, text, total

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record() -> None:
    triads = [term(Group, "14k", "14K"), term(Group, "wo", "Wo Shing Wo")]
    published("both", edtf="2023-06", groups=triads, kind="anti_triad")
    published("one", edtf="2014", groups=triads[:1])
    published("none")


def facet(client: Client, name: str, query: str = "") -> str:
    page = client.get(f"/operations/{query}").text
    found = re.search(rf'<section class="facet" id="facet-{name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def links(html: str) -> dict[str, int]:
    """Addresses of choices with their counts."""
    found = re.findall(r'<a href="([^"]+)" data-count="(\d+)" rel="nofollow"', html)
    return {unescape(address): int(count) for address, count in found}


def asides(html: str) -> dict[str, str]:
    """What the small links say to somebody who cannot see them, with their addresses."""
    found = re.findall(r'<a class="also" href="([^"]+)" rel="nofollow" aria-label="([^"]+)"', html)
    return {words: unescape(address) for address, words in found}


def test_a_choice_is_a_link_with_its_count(client: Client) -> None:
    assert links(facet(client, "group")) == {
        "/operations/?group=14k": 2,
        "/operations/?group=wo": 1,
        "/operations/?group=not_stated": 1,
    }


def test_every_link_leads_to_as_many_operations_as_it_says(client: Client) -> None:
    for query in ("", "?group=14k", "?group=14k&group=wo&kind=anti_vice", "?year=2023&sort=name"):
        found = links(client.get(f"/operations/{query}").text)
        assert len(found) > 10
        for address, count in found.items():
            assert total(client.get(address)) == count, address


def test_a_decade_keeps_the_other_conditions_and_replaces_other_dates(client: Client) -> None:
    assert links(facet(client, "year", "?group=14k&year=2014&sort=date")) == {
        "/operations/?group=14k&sort=date&from=2020&to=2029": 1,
        "/operations/?year=2023&group=14k&sort=date": 1,
        "/operations/?group=14k&sort=date&from=2010&to=2019": 1,
        "/operations/?year=2014&group=14k&sort=date": 1,
    }


def test_what_is_chosen_can_be_widened_or_dropped(client: Client) -> None:
    html = facet(client, "group", "?group=wo&kind=anti_triad")
    assert links(html)["/operations/?group=wo&kind=anti_triad"] == 1
    assert 'aria-current="true">Wo Shing Wo' in html
    assert asides(html) == {
        "or 14K as well": "/operations/?group=14k&group=wo&kind=anti_triad",
        "drop Wo Shing Wo": "/operations/?kind=anti_triad",
    }
    assert asides(facet(client, "group")) == {}


def test_a_decade_cannot_be_widened_but_its_years_can(client: Client) -> None:
    assert asides(facet(client, "year", "?year=2014")) == {
        "or 2023 as well": "/operations/?year=2014&year=2023",
        "drop 2014": "/operations/",
    }
    assert asides(facet(client, "year", "?from=2020&to=2029")) == {"drop 2020s": "/operations/"}


def test_each_value_has_a_chip_of_its_own(client: Client) -> None:
    page = client.get("/operations/?group=wo&group=14k&kind=anti_triad").text
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.DOTALL)
    assert chips
    assert re.findall(r'href="([^"]+)"', unescape(chips[0])) == [
        "/operations/?group=14k&kind=anti_triad",
        "/operations/?group=wo&kind=anti_triad",
        "/operations/?group=14k&group=wo",
        "/operations/",
    ]


def test_dropping_the_measure_drops_the_limit_that_needs_it(client: Client) -> None:
    page = client.get("/operations/?measure=persons_arrested&min=5&kind=anti_vice").text
    assert 'href="/operations/?kind=anti_vice" rel="nofollow"><span>Measure' in page
    assert 'href="/operations/?kind=anti_vice&amp;measure=persons_arrested" rel' in page


def test_one_question_has_one_address(client: Client) -> None:
    def offered(query: str) -> set[str]:
        return set(links(client.get(f"/operations/?{query}").text))

    found = offered("kind=anti_vice&group=wo&group=14k")
    assert offered("group=14k&group=14k&group=wo&kind=anti_vice&sort=-date&page=1") == found
    assert offered("group=wo&kind=anti_vice&group=14k&find_agency=named") == found


def canonical(client: Client, query: str) -> str:
    page = client.get(f"/operations/?{query}").text
    found = re.search(r'<link rel="canonical" href="[^"]*?/operations/([^"]*)"', page)
    assert found
    return unescape(found[1])


def test_the_canonical_address_is_that_of_the_links(client: Client) -> None:
    query = "kind=anti_vice&group=wo&sort=-date&group=14k&find_agency=x&to=2030"
    assert canonical(client, query) == "?group=14k&group=wo&kind=anti_vice&to=2030"
    assert canonical(client, "page=1") == ""


def many_agencies() -> None:
    force = term(Agency, "hkpf", "Hong Kong Police Force", name_zh_hant="香港警務處")
    others = [term(Agency, f"unit{number}", f"Unit {number:02}") for number in range(70)]
    others[69].aliases = ["Flying Squad"]
    others[69].save()
    published("large", agencies=[force, *others])
    published("small", agencies=[force])


def test_a_long_facet_shows_eight_and_folds_the_rest_to_a_stated_limit(client: Client) -> None:
    many_agencies()
    html = facet(client, "agency")
    before, folded = html.split("<details>")
    assert list(links(before)) == [
        "/operations/?agency=hkpf",
        *(f"/operations/?agency=unit{number}" for number in range(6)),
        "/operations/?agency=not_stated",
    ]
    assert len(links(folded)) == 52
    assert "12 rarer choices are not listed; search finds them." in html


def test_choices_of_a_long_facet_are_found_by_any_name(client: Client) -> None:
    many_agencies()
    for words in ("flying", "SQUAD fly", "unit 69", "unit69"):
        html = facet(client, "agency", f"?group=not_stated&find_agency={words}")
        assert links(html) == {"/operations/?agency=unit69&group=not_stated": 1}, words
    assert list(links(facet(client, "agency", "?find_agency=警務"))) == ["/operations/?agency=hkpf"]


def test_looking_for_a_choice_leaves_the_list_as_it_is(client: Client) -> None:
    many_agencies()
    page = client.get("/operations/?group=14k&sort=name&find_agency=squad")
    assert ids(page) == ["both", "one"]
    html = facet(client, "agency", "?group=not_stated&find_agency=squad")
    assert 'action="/operations/#facet-agency"' in html
    assert '<input type="hidden" name="group" value="not_stated">' in html
    assert 'href="/operations/?group=not_stated#facet-agency" rel="nofollow">All choices' in html


def test_a_choice_that_is_not_there_is_said_not_to_be_there(client: Client) -> None:
    many_agencies()
    html = facet(client, "agency", '?find_agency="><b>x')
    assert "No choice here is called “&quot;&gt;&lt;b&gt;x”." in html
    assert links(html) == {}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("find_agency=%00", ["find_agency"]),
        ("find_agency=" + "x" * 300, ["find_agency"]),
        ("find_agency=a&find_agency=b&kind=nope", ["find_agency", "kind"]),
        ("find_flag=a", ["find_flag"]),
        ("find_agency=...", ["find_agency"]),
    ],
)
def test_a_search_among_choices_is_as_strict_as_any_other(
    client: Client, query: str, names: list[str]
) -> None:
    response = client.get(f"/operations/?{query}")
    assert response.status_code == 400
    assert re.findall(r"<strong><bdi>([^<]+)</bdi></strong>", response.text) == names


def test_only_the_page_knows_the_search_among_choices(client: Client) -> None:
    assert client.get("/operations.json?find_agency=x").status_code == 400


def test_choices_can_be_reached_past_the_list(client: Client) -> None:
    page = client.get("/operations/").text
    assert page.index('href="#choices"') < page.index("<form") < page.index('id="choices"')


def test_facets_are_in_chinese_on_chinese_pages(client: Client) -> None:
    term(Group, "14k").__class__.objects.filter(code="14k").update(name_zh_hant="十四K")
    page = client.get("/zh-hant/operations/").text
    assert 'href="/zh-hant/operations/?group=14k" data-count="2" rel="nofollow">十四K' in page
    assert '<span lang="en">Wo Shing Wo</span>' in page


def test_an_empty_record_has_a_list_without_choices(client: Client) -> None:
    page = client.get("/operations/?as_of=2001")
    assert total(page) == 0
    assert links(page.text) == {}


def test_not_stated_is_said_in_words(client: Client) -> None:
    page = client.get("/operations/?group=not_stated&group=wo")
    assert "Reported link to group: no group named or Wo Shing Wo." in text(page)
    assert ids(page) == ["both", "none"]


def test_a_place_counts_what_is_narrower(client: Client) -> None:
    kowloon = place("hk.kln", "Kowloon", parent=place("hk"))
    published("there", places=[kowloon])
    assert links(facet(client, "place"))["/operations/?place=hk"] == 1
