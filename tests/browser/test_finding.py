"""Journeys of readers who look for operations."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import NewContext
from tests.browser.endings import MERGED, SURVIVOR
from tests.browser.guard import Guard
from tests.browser.hands import Hands
from tests.browser.reading import ids, total

EVERY = 68
IN_THE_2020S = ["nov-2024-14k"]
OF_SUN_YEE_ON = ["blue-mist-2025", "sky-fort-2025", "ambush-arrow-2025"]
SEARCH = "main form[role=search] input[name=q]"
SUBMIT = "main form[role=search] button"


def test_the_14k_operations_of_the_2020s_by_links(hands: Hands) -> None:
    hands.open("/")
    hands.follow(hands.to("/operations/?group=14k"))
    hands.follow(hands.to("/operations/?group=14k&from=2020&to=2029", within=".facets"))
    assert ids(hands.page) == IN_THE_2020S
    assert total(hands.page) == len(IN_THE_2020S)
    assert hands.steps <= 5


def test_the_14k_operations_of_the_2020s_by_typing(hands: Hands) -> None:
    hands.open("/")
    hands.write(hands.page.locator(SEARCH), "14K")
    hands.choose(hands.page.locator("main form[role=search] select"), "2020s")
    hands.follow(hands.page.locator(SUBMIT))
    assert ids(hands.page) == IN_THE_2020S
    assert hands.steps <= 5


def test_the_14k_operations_of_the_2020s_from_the_whole_list(hands: Hands) -> None:
    hands.open("/")
    hands.follow(hands.to("/operations/", within="header"))
    hands.follow(hands.to("/operations/?group=14k", within=".facets"))
    hands.follow(hands.to("/operations/?group=14k&from=2020&to=2029", within=".facets"))
    assert ids(hands.page) == IN_THE_2020S
    assert hands.steps <= 5


def test_a_choice_narrows_the_list_by_the_count_beside_it_and_a_chip_takes_it_back(
    hands: Hands,
) -> None:
    hands.open("/operations/")
    choice = hands.to("/operations/?series=thunderbolt", within=".facets")
    count = int(choice.get_attribute("data-count") or -1)
    hands.follow(choice)
    assert total(hands.page) == count == 17
    hands.follow(hands.page.locator(".chips a").first)
    assert total(hands.page) == EVERY
    assert urlsplit(hands.page.url).query == ""


def test_an_address_that_is_passed_on_shows_the_same_list(
    hands: Hands, new_context: NewContext
) -> None:
    hands.open("/operations/?from=2023")
    hands.follow(hands.page.locator(".facets a[data-count][href*='kind=anti_triad']"))
    other = new_context().new_page()
    other.goto(hands.page.url)
    assert total(other) == total(hands.page) > 0
    assert ids(other) == ids(hands.page)


def test_the_language_switch_keeps_page_and_query(hands: Hands) -> None:
    hands.open("/operations/?group=14k&from=2000")
    before = hands.page.url, ids(hands.page)
    switch = hands.page.locator(".languages a")
    hands.follow(switch)
    assert ids(hands.page) == before[1] != []
    assert parse_qs(urlsplit(hands.page.url).query) == {"group": ["14k"], "from": ["2000"]}
    expected = "en" if hands.language else "zh-Hant-HK"
    expect(hands.page.locator("html")).to_have_attribute("lang", expected)
    hands.follow(hands.page.locator(".languages a"))
    assert (hands.page.url, ids(hands.page)) == before


def test_simplified_characters_find_what_is_written_in_traditional_ones(hands: Hands) -> None:
    hands.open("/")
    hands.write(hands.page.locator(SEARCH), "新义安")
    hands.follow(hands.page.locator(SUBMIT))
    assert sorted(ids(hands.page)) == sorted(OF_SUN_YEE_ON)
    expect(hands.page.locator("main mark", has_text="新義安").first).to_be_visible()


def test_a_name_without_an_operation_leads_to_what_it_means(hands: Hands) -> None:
    hands.open("/operations/")
    hands.write(hands.page.locator(SEARCH).first, "水房")
    hands.follow(hands.page.locator(SUBMIT).first)
    assert total(hands.page) == 0
    hands.follow(hands.to("/terms/group/wo_on_lok/"))
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text("和安樂")


def test_a_wrong_date_is_named_and_stays_in_its_box(hands: Hands, guard: Guard) -> None:
    guard.announce(f"{hands.language}/operations/?from=2020&to=soon")
    hands.open("/operations/?from=2020")
    hands.activate(hands.page.locator("main form.conditions summary").first)
    hands.write(hands.page.locator("main form.conditions input[name=to]"), "soon")
    hands.follow(hands.page.locator(SUBMIT).first)
    expect(hands.page.locator("[aria-invalid=true]")).to_have_count(1)
    expect(hands.page.locator("main form.conditions input[name=to]")).to_have_value("soon")


def test_a_choice_of_a_long_facet_is_searched_for_within_the_query(hands: Hands) -> None:
    hands.open("/operations/?series=thunderbolt")
    hands.write(hands.page.locator("#facet-agency .finder input[type=search]"), "customs")
    hands.follow(hands.page.locator("#facet-agency .finder button"))
    found = hands.page.locator("#facet-agency a[data-count]")
    expect(found).to_have_count(1)
    count = int(found.get_attribute("data-count") or -1)
    hands.follow(found)
    assert parse_qs(urlsplit(hands.page.url).query) == {
        "agency": ["ced"],
        "series": ["thunderbolt"],
    }
    assert total(hands.page) == count > 0


def test_the_old_address_of_a_merged_operation_leads_to_the_survivor(hands: Hands) -> None:
    hands.open(f"/operations/{MERGED}/")
    assert urlsplit(hands.page.url).path == f"{hands.language}/operations/{SURVIVOR}/"
    assert ids(hands.page) == [SURVIVOR]
