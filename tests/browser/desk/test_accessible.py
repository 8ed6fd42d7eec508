"""No finding of axe on the pages of the desk, in either language, and no sideways scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import bring_axe, open_all, violations
from tests.browser.desk.conftest import AtDesk
from tests.browser.desk.prepare import AUTHOR

LANGUAGES = {"en": ("English", "en"), "zh-hant": ("中文", "zh-hant")}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 390, "height": 844}
# Smaller than a fingertip, among what a finger has to press.
TOO_SMALL = """() => [...document.querySelectorAll(
    ".figures button, .figures select, .figures summary, .submit-row input, .desk-language button,"
    + " .door .button, .door input, .form-row input[type=text], .form-row select:not([multiple])"
)].filter(one => !one.disabled && !one.matches(".select2-hidden-accessible, [multiple]")
    && one.checkVisibility() && one.getBoundingClientRect().height < 43.5
).map(one => one.outerHTML.slice(0, 120))"""
WIDER = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def short_record(page: Page) -> str:
    page.goto("/admin/operations/operation/?q=short-record")
    address = page.locator("#result_list tbody th a").first.get_attribute("href")
    assert address is not None
    return address.split("?")[0]


def check(page: Page) -> None:
    bring_axe(page)
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_blank_filled_and_with_mistakes(at_desk: AtDesk, language: str) -> None:
    page = at_desk(AUTHOR)
    label, code = LANGUAGES[language]
    page.get_by_role("button", name=label).click()
    expect(page.locator("html")).to_have_attribute("lang", code)
    page.goto("/admin/operations/operation/add/")
    check(page)
    page.goto(short_record(page))
    open_all(page)
    page.locator("#id_figures-0-source_1").focus()
    check(page)
    page.locator("#id_edtf").fill("12/6/2023")
    page.locator("#id_figures-1-value").fill("50")
    page.locator("#id_figures-1-note_en").fill("A man surnamed Chan")
    page.locator(".submit-row [name=_save]").click()
    expect(page.locator("#mistakes")).to_be_visible()
    open_all(page)
    expect(page.locator("#figures-1 .found-text mark")).to_have_text("surnamed Chan")
    check(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [TABLET, PHONE], ids=["tablet", "phone"])
def test_fingers_reach_everything_on_a_tablet(
    at_desk: AtDesk, viewport: dict[str, int], scheme: str
) -> None:
    page = at_desk(AUTHOR, viewport=viewport, color_scheme=scheme, has_touch=True)
    page.goto(short_record(page))
    open_all(page)
    assert page.evaluate(WIDER) == 0
    assert page.evaluate(TOO_SMALL) == []
    check(page)


def test_the_log_in_page_speaks_both_languages(at_desk: AtDesk) -> None:
    page = at_desk()
    page.goto("/admin/login/")
    check(page)
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hant")
    check(page)
