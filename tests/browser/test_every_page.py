"""Every type of page in both languages: for everybody, at any width, and frugal.

One visit answers several questions, because most of the time goes into the visit.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, SHAPE, bring_axe, open_all, violations
from tests.browser.guard import Guard
from tests.browser.visits import ENGLISH, EVERY, Visit, named
from tests.browser.windows import Windows

NEEDED = {"document": 1, "stylesheet": 1}
HARMLESS = {"image", "manifest", "other"}
BUDGET = 100_000  # bytes of HTML and CSS of a list, uncompressed


@pytest.mark.parametrize("visit", EVERY, ids=named)
def test_a_page_is_in_nobodys_way_and_needs_one_style_sheet(
    visit: Visit, page: Page, guard: Guard
) -> None:
    visit.open(page, guard)
    asked = {kind: count for kind, count in guard.requested.items() if kind not in HARMLESS}
    assert asked == NEEDED
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == visit.language
    found = wrong_wide(page) + wrong_narrow(page, guard)
    assert found == [], "\n".join(found)


def wrong_wide(page: Page) -> list[str]:
    open_all(page)
    bring_axe(page)
    return [f"wide: {one}" for one in violations(page)]


def wrong_narrow(page: Page, guard: Guard) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 640})
    guard.sideways(page)
    return [f"narrow: {one}" for one in violations(page, SHAPE)]


@pytest.mark.parametrize("visit", ENGLISH, ids=named)
def test_a_page_is_as_legible_in_the_dark(visit: Visit, page: Page, guard: Guard) -> None:
    page.emulate_media(color_scheme="dark")
    visit.open(page, guard)
    open_all(page)
    bring_axe(page)
    found = violations(page, COLOURS)
    assert found == [], "\n".join(found)


def test_axe_is_really_asked(page: Page) -> None:
    page.goto("/about/")
    page.evaluate("() => document.documentElement.removeAttribute('lang')")
    bring_axe(page)
    assert [one.split(" at ")[0] for one in violations(page)] == ["html-has-lang"]


@pytest.mark.parametrize("name", ["list", "list, filtered", "list, searched"])
def test_a_list_weighs_less_than_its_budget(name: str, windows: Windows) -> None:
    window = windows.cleared(scripts=False)
    for visit in EVERY:
        if visit.name.rpartition(", ")[0] == name:
            weights = weights_of(window, visit)
            assert sum(weights) < BUDGET, (visit.address, weights)


def weights_of(window: Page, visit: Visit) -> list[int]:
    """Bytes of the page and of what it links to as its style sheets, before compression."""
    response = window.goto(visit.address)
    assert response is not None
    sheets = window.locator("link[rel=stylesheet]").all()
    assert len(sheets) == 1
    addresses = [sheet.get_attribute("href") or "" for sheet in sheets]
    return [
        len(response.body()),
        *(len(window.request.get(address).body()) for address in addresses),
    ]
