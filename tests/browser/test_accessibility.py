"""axe finds nothing on any type of page, wide or narrow, light or dark; nothing is too wide."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, open_all, violations
from tests.browser.guard import Guard
from tests.browser.visits import EVERY, Visit, named


@pytest.mark.parametrize("visit", EVERY, ids=named)
def test_nothing_is_in_anybodys_way(visit: Visit, page: Page, guard: Guard) -> None:
    visit.open(page, guard)
    open_all(page)
    found = [f"wide: {one}" for one in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    found += [f"narrow: {one}" for one in violations(page)]
    guard.sideways(page)
    assert found == [], "\n".join(found)


def test_axe_is_really_asked(page: Page) -> None:
    page.goto("/about/")
    page.evaluate("() => document.documentElement.removeAttribute('lang')")
    assert [one.split(" at ")[0] for one in violations(page)] == ["html-has-lang"]
