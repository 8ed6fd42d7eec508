"""Journeys of readers who take something with them: a link, a citation, data, a picture."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewContext
from tests.browser.hands import Hands
from tests.browser.reading import ids, total

OPERATION = "thunderbolt-2023"


def test_a_permanent_link_opens_the_edition_that_was_read(
    hands: Hands, new_context: NewContext, base_url: str
) -> None:
    hands.open(f"/operations/{OPERATION}/")
    hands.activate(hands.page.locator("#cite > summary"))
    link = hands.page.locator("#cite .cite a").first
    expect(link).to_be_visible()
    address = link.inner_text()
    assert address == f"{base_url}{hands.language}/operations/{OPERATION}/editions/1/"
    text = hands.page.locator("#cite textarea[lang=en]").input_value()
    assert f"{base_url}/operations/{OPERATION}/editions/1/" in text
    other = new_context().new_page()
    other.goto(address)
    assert ids(other) == [OPERATION]


def test_a_figure_is_cited_with_its_operation_and_edition(hands: Hands, base_url: str) -> None:
    hands.open(f"/operations/{OPERATION}/")
    hands.follow(
        hands.page.locator(f'[id="{OPERATION}.1"] a[href*="/cite/?figure={OPERATION}.1"]').first
    )
    text = hands.page.locator(".cite textarea[lang=en]").input_value()
    assert "6,400 arrested" in text
    assert f"{base_url}/operations/{OPERATION}/editions/1/" in text


def test_a_citation_is_downloaded_for_a_library_of_references(hands: Hands) -> None:
    hands.open("/operations/?group=14k")
    hands.follow(hands.page.locator("main a[href*='/cite/operations/']"))
    with hands.page.expect_download() as download:
        hands.activate(hands.page.locator(".cite a[download][href*='cite.bib']"))
    assert Path(download.value.path()).read_text().startswith("@")


def test_a_filtered_list_is_taken_as_json(hands: Hands) -> None:
    hands.open("/operations/?group=14k")
    found = total(hands.page), ids(hands.page)
    with hands.page.expect_response("**/operations.json*") as answer:
        hands.follow(hands.page.locator("main .out a[href*='/operations.json']"))
    taken = json.loads(answer.value.text())
    assert taken["meta"]["count"] == found[0] == 4
    assert [one["id"] for one in taken["operations"]] == found[1]


def test_a_picture_has_its_table_and_its_numbers_as_csv(hands: Hands) -> None:
    hands.open("/")
    hands.follow(hands.page.locator("main a[href$='/charts/']").first)
    hands.follow(hands.page.locator("main .pictures a[href*='/charts/arrests/']"))
    expect(hands.page.locator("main svg").first).to_be_visible()
    table = hands.page.locator("main table")
    expect(table).to_be_visible()
    row = table.locator("tr").filter(has=hands.page.locator("th", has_text="2023"))
    expect(row).to_contain_text("6,400")
    with hands.page.expect_download() as download:
        hands.activate(hands.page.locator("main a[href$='/charts/arrests.csv']"))
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert any("2023" in row and "6400" in row for row in rows), rows
