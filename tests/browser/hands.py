"""Readers with a mouse, and readers with nothing but a keyboard.

Both count steps: one activation, one choice or one typing is one step.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FOCUSED = "one => one === document.activeElement"
# The ring has to be drawn, and inside the window.
SHOWS_FOCUS = """one => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
        && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""
MOST_TABS = 400


class Hands:
    """A reader with a mouse; ``language`` is the prefix of the addresses that they read."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.steps = 0

    def open(self, address: str) -> None:
        """Where a journey begins: typed into the browser, so no step on the site."""
        response = self.page.goto(self.language + address)
        assert response is not None
        assert response.status == 200

    def to(self, address: str, within: str = "main") -> Locator:
        """The link in a part of the page to an address of the reader's language."""
        return self.page.locator(f'{within} a[href="{self.language}{address}"]').first

    def follow(self, target: Locator) -> None:
        """Activate what leads to another page, or elsewhere on this one, and be there."""
        self.steps += 1
        self.reach(target)
        with self.page.expect_navigation():
            self.press(target)

    def activate(self, target: Locator) -> None:
        """Activate what opens something here, or gives a file."""
        self.steps += 1
        self.reach(target)
        self.press(target)

    def write(self, target: Locator, text: str) -> None:
        self.steps += 1
        self.reach(target)
        target.press_sequentially(text)

    def choose(self, target: Locator, value: str) -> None:
        """Choose an option of a select by its value."""
        self.steps += 1
        target.select_option(value)

    def tick(self, target: Locator) -> None:
        """Choose a box or a button of a group."""
        self.steps += 1
        target.check()

    def reach(self, target: Locator) -> None:
        """Bring the hand to it: nothing to do with a mouse."""

    def press(self, target: Locator) -> None:
        target.click()


class Keyboard(Hands):
    """A reader with nothing but Tab, Enter, the arrows and letters."""

    def choose(self, target: Locator, value: str) -> None:
        self.steps += 1
        self.reach(target)
        values = [option.get_attribute("value") for option in target.locator("option").all()]
        for _ in range(values.index(value) - values.index(target.input_value())):
            self.page.keyboard.press("ArrowDown")
        assert target.input_value() == value

    def tick(self, target: Locator) -> None:
        self.steps += 1
        self.reach(target)
        self.page.keyboard.press("Space")
        assert target.is_checked()

    def reach(self, target: Locator) -> None:
        """Tab on until the target has the focus, and see that it shows."""
        element = target.element_handle()
        for _ in range(MOST_TABS):
            if element.evaluate(FOCUSED):
                assert element.evaluate(SHOWS_FOCUS), f"No focus to be seen on {target}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached in {MOST_TABS} tabs.")

    def press(self, target: Locator) -> None:
        self.page.keyboard.press("Enter")
