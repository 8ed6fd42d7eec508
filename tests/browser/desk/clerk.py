"""Somebody who types a record, and what it costs: clicks, keystrokes and time.

A choice from a list counts as two clicks. What is typed goes key by key through the browser.
"""

from __future__ import annotations

import time

from playwright.sync_api import Locator, Page, expect

# More than any list of choices shows at once.
MOST_CHOICES = 60


class Clerk:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self.keys = 0
        self.began = time.monotonic()

    @property
    def cost(self) -> dict[str, float]:
        seconds = round(time.monotonic() - self.began, 1)
        return {"seconds": seconds, "clicks": self.clicks, "keystrokes": self.keys}

    def click(self, target: Locator) -> None:
        self.clicks += 1
        target.click()

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Into whatever has the focus."""
        self.keys += len(text)
        self.page.keyboard.type(text)

    def write(self, target: Locator, text: str) -> None:
        """Click into a field, replace what stands there, and type."""
        self.click(target)
        if target.input_value():
            self.press("ControlOrMeta+a")
        self.type(text)

    def choose(self, target: Locator, value: str) -> None:
        if target.input_value() != value:
            self.clicks += 2
            target.select_option(value)

    def find(self, select: Locator, words: str, wanted: str) -> None:
        """Search for a record and take it: click, type, go down to it, Enter."""
        multiple = select.evaluate("one => one.multiple")
        drawn = select.locator("xpath=following-sibling::span[contains(@class, 'select2')][1]")
        # A search field of a row becomes one only when somebody goes there.
        self.click(drawn if drawn.count() else select)
        if multiple:
            drawn.locator(".select2-search__field").focus()
        self.type(words)
        highlighted = self.page.locator(".select2-results__option--highlighted")
        found = self.page.locator(".select2-results__option", has_text=wanted)
        expect(found.first).to_be_visible()
        for _ in range(MOST_CHOICES):
            if highlighted.inner_text().startswith(wanted):
                break
            self.press("ArrowDown")
        self.press("Enter")
        expect(self.page.locator(".select2-container--open")).to_have_count(0)
        expect(drawn).to_contain_text(wanted)
