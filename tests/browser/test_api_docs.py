"""The API's pages for trying it out: the one place with scripts, all of them the site's own."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.axe import BASIS, bring_axe, violations
from tests.browser.guard import Guard

# What Swagger UI draws is not ours to mend: pale words, buttons within buttons, a heading out
# of order. Ours is the page around it.
AROUND = BASIS | {
    "runOnly": [
        "document-title",
        "html-has-lang",
        "html-lang-valid",
        "landmark-one-main",
        "landmark-no-duplicate-main",
        "meta-viewport",
    ]
}


def test_the_documentation_shows_the_api_from_the_sites_own_files(page: Page, guard: Guard) -> None:
    page.goto("/api/docs/")
    expect(page.locator("#swagger-ui .info")).to_contain_text("Enforcement operation tracker")
    expect(page.locator("#swagger-ui .opblock").first).to_be_visible()
    # Swagger's bundle, and its settings at an address of their own.
    assert guard.requested["script"] == 2
    assert guard.requested["stylesheet"] == 1
    bring_axe(page)
    assert violations(page, AROUND) == []


def test_an_answer_can_be_asked_for_on_the_page(page: Page, guard: Guard) -> None:
    page.goto("/api/docs/")
    block = page.locator(".opblock", has=page.locator("[data-path='/api/operations/']")).first
    block.locator(".opblock-summary-control").click()
    block.get_by_role("button", name="Try it out").click()
    with page.expect_response("**/api/operations/*") as answer:
        block.get_by_role("button", name="Execute").click()
    assert answer.value.status == 200
