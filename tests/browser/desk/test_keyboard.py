"""The whole form with nothing but a keyboard, and nothing sent by accident."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.desk.conftest import AtDesk
from tests.browser.desk.prepare import AUTHOR
from tests.browser.hands import FOCUSED, SHOWS_FOCUS

MOST_TABS = 160


class Typist:
    """Tab, Shift + Tab, Enter, Space, arrows and letters; looks whether the focus shows."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        for _ in range(MOST_TABS):
            if target.count() and target.first.evaluate(FOCUSED):
                expect_seen(target.first)
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached in {MOST_TABS} tabs.")

    def write(self, name: str, text: str) -> None:
        self.reach(self.page.locator(f"#id_{name}"))
        self.page.keyboard.type(text)

    def choose(self, name: str, label: str) -> None:
        """Letters find an option; the rest is typed until it stands there."""
        field = self.page.locator(f"#id_{name}")
        self.reach(field)
        self.page.keyboard.type(label)
        expect(field.locator("option:checked")).to_have_text(label)

    def find(self, name: str, words: str) -> None:
        """Letters open the search and go into it; Enter takes what is found."""
        select = self.page.locator(f"#id_{name}")
        drawn = select.locator("xpath=following-sibling::span[contains(@class, 'select2')][1]")
        self.reach(drawn.locator(".select2-selection"))
        self.page.keyboard.type(words)
        found = self.page.locator(".select2-results__option--highlighted")
        expect(found).to_contain_text(words, ignore_case=True)
        self.page.keyboard.press("Enter")
        expect(drawn).to_contain_text(words, ignore_case=True)

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.page.keyboard.press(key)


def expect_seen(target: Locator) -> None:
    assert target.evaluate(SHOWS_FOCUS), f"No focus to be seen on {target}"


def test_an_operation_with_two_figures_is_recorded_by_keyboard(at_desk: AtDesk) -> None:
    page = at_desk(AUTHOR)
    page.goto("/admin/operations/operation/add/")
    hand = Typist(page)
    hand.write("name_en", "Typed by hand")
    hand.choose("kind", "Anti-vice operation")
    hand.write("edtf", "2024-05")
    hand.find("series", "Thunderbolt")
    hand.press(page.locator("[data-add]"))
    expect(page.locator("#id_figures-0-measure")).to_be_focused()
    hand.choose("figures-0-measure", "arrested")
    hand.write("figures-0-value", "30")
    hand.choose("figures-0-scope", "vice offences")
    hand.write("figures-0-counted_in", "hk")
    page.keyboard.press("Enter")
    hand.find("figures-0-source_1", "Dimsum")
    hand.press(page.locator("#figures-0 [data-add-part]"))
    expect(page.locator("#id_figures-1-value")).to_be_focused()
    page.keyboard.type("12")
    hand.choose("figures-1-breakdown", "some of the whole")
    hand.choose("figures-1-sex", "women or girls")
    expect(page.locator("#id_figures-1-breakdown_set")).to_have_value("sex")
    assert page.url.endswith("/add/"), "Enter in a field sent half a form."
    with page.expect_navigation():
        page.keyboard.press("ControlOrMeta+Enter")
    assert page.locator("#mistakes").count() == 0, page.locator("#mistakes").inner_text()
    # Back at the row where the hand was, which is still open.
    assert page.url.endswith("#figures-1")
    expect(page.locator("#figures-1 details")).to_have_attribute("open", "")
    expect(page.locator("#figures-1")).to_have_attribute("data-number", "2")
    assert page.evaluate("document.activeElement.closest('#figures-1') !== null")
    expect(page.locator("#id_figures-1-part_of_row")).to_have_value("#1")
    expect(page.locator("#id_figures-1-source_1 option:checked")).to_contain_text("Dimsum")


def test_links_lead_from_the_top_to_the_figures(at_desk: AtDesk) -> None:
    page = at_desk(AUTHOR)
    page.goto("/admin/operations/operation/add/")
    hand = Typist(page)
    hand.press(page.locator(".jumps a[href='#figures-group']"))
    hand.reach(page.locator(".figures-tools .codebook button").first)
    hand.press(page.locator(".figures-tools .codebook button", has_text="Scope"))
    expect(page.get_by_role("dialog", name="Scope")).to_contain_text("Only when the source itself")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Scope")).to_be_hidden()


def test_a_list_of_mistakes_leads_to_the_fields(at_desk: AtDesk) -> None:
    page = at_desk(AUTHOR)
    page.goto("/admin/operations/operation/add/")
    hand = Typist(page)
    hand.write("name_en", "With mistakes")
    hand.write("edtf", "June 2023")
    words = page.locator("#id_edtf_words")
    expect(words).to_have_text("Perhaps you mean 2023-06 (June 2023)?")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#mistakes")).to_be_focused()
    hand.press(page.locator("#mistakes a", has_text="Dates"))
    hand.reach(page.locator("#id_edtf"))
    assert page.locator("#id_edtf").input_value() == "June 2023"
    described = page.locator("#id_edtf").get_attribute("aria-describedby")
    assert described is not None
    assert "id_edtf_error" in described.split()
