"""What a list on the screen holds."""

from __future__ import annotations

from playwright.sync_api import Page


def total(page: Page) -> int:
    """How many operations the list says it found."""
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)


def ids(page: Page) -> list[str]:
    """The operations that are listed, in order."""
    rows = page.locator("[data-operation]").all()
    return [row.get_attribute("data-operation") or "" for row in rows]
