"""Journeys of readers who say that a number is wrong: without account, cookie, mouse or script."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import bring_axe, violations
from tests.browser.guard import Guard
from tests.browser.hands import Hands
from tests.browser.test_understanding import said

RECORD = "/operations/thunderbolt-2023/"
QUERY = "?figure=thunderbolt-2023.1"
FORM = f"{RECORD}report/{QUERY}"
TEXT = "The police said 6,300. 警方指6,300人。"
REFERENCE = re.compile(r"^[2-9B-Z]{4}-[2-9B-Z]{4}$")
# Longer than a form has to be looked at before it is taken.
READING = 3_500  # milliseconds


def button(page: Page) -> Locator:
    return page.locator("form.report button")


def test_a_figure_is_reported(hands: Hands, guard: Guard) -> None:
    page = hands.page
    guard.announce(hands.language + FORM)
    hands.open(RECORD)
    hands.follow(page.locator(f'a.report-figure[href="{hands.language}{FORM}"]'))
    expect(page.locator(".report-subject")).to_contain_text("6,400")
    hands.tick(page.locator("#id_about_0"))
    hands.write(page.locator("#id_source"), "nonsense")
    page.wait_for_timeout(READING)
    hands.follow(button(page))

    errors = page.locator(".report-errors")
    expect(errors).to_be_focused()
    expect(errors.locator("li")).to_have_count(2)
    expect(page.locator("#id_about_0")).to_be_checked()
    expect(page.locator("#id_source")).to_have_value("nonsense")
    expect(page.locator("#id_wrong_error")).to_have_text(
        said(hands, "Say in a sentence or two what is wrong.")
    )
    hands.follow(errors.locator("a[href='#id_wrong']"))
    hands.write(page.locator("#id_wrong"), TEXT)
    page.locator("#id_source").clear()
    hands.follow(button(page))

    expect(page).to_have_url(re.compile(f"{hands.language}{RECORD}report/sent/"))
    expect(page.locator(".reference")).to_have_text(REFERENCE)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        said(hands, "Your report has arrived")
    )
    assert "6,300" not in page.url
    hands.follow(hands.to(RECORD))


def test_what_is_shown_after_sending_is_for_everybody(
    page: Page, guard: Guard, language: str
) -> None:
    guard.announce(language + FORM)
    page.goto(language + FORM)
    button(page).click()
    bring_axe(page)
    refused = violations(page)
    page.fill("#id_wrong", TEXT)
    page.check("#id_about_2")
    page.wait_for_timeout(READING)
    button(page).click()
    expect(page.locator(".reference")).to_be_visible()
    bring_axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    guard.sideways(page)
    found = refused + violations(page)
    assert found == [], "\n".join(found)


def test_the_field_for_programs_is_in_nobodys_way(page: Page) -> None:
    page.goto(FORM)
    box = page.locator(".trap").bounding_box()
    assert box is not None
    assert box["width"] <= 1
    assert box["height"] <= 1
    page.locator("#id_contact").focus()
    page.keyboard.press("Tab")
    expect(button(page)).to_be_focused()
