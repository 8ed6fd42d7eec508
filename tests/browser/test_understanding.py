"""Journeys of readers who want to know what a number counts and who says so."""

from __future__ import annotations

from django.utils.translation import gettext, override
from playwright.sync_api import expect

from tests.browser.hands import Hands
from tests.browser.visits import CHINESE

THUNDERBOLT = "thunderbolt-2023"
ALSO_STATED = "Also stated for the same thing"
CLAIM = f'[id="{THUNDERBOLT}.1"]'


def said(hands: Hands, message: str) -> str:
    """A sentence of the site in the language that is read."""
    with override("zh-hant" if hands.language == CHINESE else "en"):
        return gettext(message)


def test_within_two_steps_it_is_clear_what_6400_counts(hands: Hands) -> None:
    hands.open("/")
    example = hands.page.locator("main section", has_text="6,400").first
    for sentence in ("It counts", "It does not count", "Who says so"):
        expect(example.locator("dt", has_text=said(hands, sentence)).first).to_be_visible()
    expect(example).to_contain_text(said(hands, "No official source is cited for it."))
    hands.follow(example.locator(f"a[href$='/operations/{THUNDERBOLT}/#{THUNDERBOLT}.1']"))
    expect(hands.page.locator(CLAIM)).to_be_in_viewport()
    expect(hands.page.locator(CLAIM)).to_contain_text("6,400")
    assert hands.steps <= 2


def test_from_a_number_to_the_source_that_states_it(hands: Hands) -> None:
    hands.open("/operations/?series=thunderbolt&year=2023")
    hands.follow(hands.to(f"/operations/{THUNDERBOLT}/", within="main article"))
    claim = hands.page.locator(CLAIM)
    expect(claim.locator("details.ledger > :not(summary)").first).to_be_hidden()
    hands.activate(claim.locator("details.ledger > summary"))
    expect(claim.locator("details.ledger > :not(summary)").first).to_be_visible()
    hands.follow(claim.locator("a[href='#source-scmp-3235992']").first)
    expect(hands.page.locator("#source-scmp-3235992")).to_be_in_viewport()
    hands.follow(hands.to("/sources/scmp-3235992/", within="#source-scmp-3235992"))
    expect(hands.page.get_by_role("heading", level=1)).to_be_visible()
    expect(hands.to(f"/operations/{THUNDERBOLT}/")).to_be_visible()


def test_rivals_of_a_disputed_number_are_in_sight_without_asking(hands: Hands) -> None:
    hands.open("/operations/?disputed=yes")
    hands.follow(hands.to("/operations/thunderbolt-15/", within="main article"))
    expect(hands.page.locator("p.disputed").first).to_be_visible()
    ledger = hands.page.locator("article.claim details.ledger[open]").first
    expect(ledger.locator("h4", has_text=said(hands, ALSO_STATED))).to_be_visible()


def test_the_first_step_of_the_keyboard_skips_to_the_content(hands: Hands) -> None:
    hands.open("/operations/")
    hands.page.keyboard.press("Tab")
    skip = hands.page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    hands.page.keyboard.press("Enter")
    hands.page.keyboard.press("Tab")
    assert hands.page.evaluate("() => document.activeElement.closest('main') !== null")


def test_totals_by_year_say_what_they_left_out(hands: Hands) -> None:
    hands.open("/")
    hands.follow(hands.to("/totals/", within="header"))
    form = hands.page.locator("main form")
    hands.choose(form.locator("select[name=measure]"), "persons_arrested")
    hands.choose(form.locator("select[name=by]"), "year")
    hands.follow(form.locator("button"))
    rows = hands.page.locator("main table tbody tr")
    row = rows.filter(has=hands.page.locator("th", has_text="2023")).first
    expect(row).to_contain_text("6,400")
    expect(hands.page.locator("main")).to_contain_text(said(hands, "What was left out"))
