"""What a page needs: itself, one style sheet, no script, and little of either."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.browser.conftest import NewContext
from tests.browser.guard import Guard
from tests.browser.visits import EVERY, Visit, named

LISTS = [visit for visit in EVERY if visit.name.startswith("list")]
KIND_OF_REST = {"image", "manifest", "other"}
BUDGET = 100_000  # bytes of HTML and CSS, uncompressed


@pytest.mark.parametrize("visit", EVERY, ids=named)
def test_a_page_needs_one_style_sheet_and_no_script(
    visit: Visit, new_context: NewContext, guard: Guard
) -> None:
    page = visit.open(new_context(java_script_enabled=False).new_page(), guard)
    kinds = Counter(request.resource_type for request in guard.requests)
    assert kinds["document"] == 1
    assert kinds["stylesheet"] == 1
    assert set(kinds) <= {"document", "stylesheet"} | KIND_OF_REST
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == visit.language


@pytest.mark.parametrize("visit", LISTS, ids=named)
def test_a_list_weighs_less_than_its_budget(
    visit: Visit, new_context: NewContext, guard: Guard
) -> None:
    visit.open(new_context().new_page(), guard)
    weights = {
        request.resource_type: len(response.body())
        for request in guard.requests
        if (response := request.response()) and request.resource_type in {"document", "stylesheet"}
    }
    assert set(weights) == {"document", "stylesheet"}
    assert sum(weights.values()) < BUDGET, weights
