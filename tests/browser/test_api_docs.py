"""The API's pages for trying it out: the one place with scripts, all of them the site's own."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.guard import Guard


def test_the_documentation_shows_the_operations_list_without_an_outside_request(
    page: Page, guard: Guard
) -> None:
    page.goto("/api/docs/")
    expect(page.locator("#swagger-ui .info")).to_contain_text("Enforcement operation tracker")
    expect(page.locator("#swagger-ui .opblock").first).to_be_visible()
    assert {request.resource_type for request in guard.requests} >= {"script", "stylesheet"}
