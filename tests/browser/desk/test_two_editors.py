"""Two people open one record; the second to save is told, and neither text is lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.desk.conftest import AtDesk
from tests.browser.desk.prepare import AUTHOR, SECOND_AUTHOR
from tests.browser.desk.test_accessible import short_record

FIRST, SECOND = "What the first one wrote.", "What the second one wrote."


def test_the_second_sees_the_conflict_and_both_texts_survive(at_desk: AtDesk) -> None:
    first, second = at_desk(AUTHOR), at_desk(SECOND_AUTHOR)
    form = short_record(first)
    for page, text in ((first, FIRST), (second, SECOND)):
        page.goto(form)
        page.locator("#id_summary_en").fill(text)
    save(first)
    expect(first.locator(".messagelist .success")).to_be_visible()
    save(second)
    conflict = second.locator("#conflict")
    expect(conflict).to_be_visible()
    row = conflict.locator("[data-field]", has_text=FIRST)
    expect(row.locator(".theirs")).to_contain_text(FIRST)
    expect(row.locator(".yours")).to_contain_text(SECOND)
    field = second.locator("#id_summary_en")
    expect(field).to_have_value(SECOND)
    field.fill(f"{FIRST} {SECOND}")
    conflict.locator("#conflict-seen").check()
    save(second)
    expect(second.locator("#conflict")).to_have_count(0)
    expect(second.locator(".messagelist .success")).to_be_visible()
    first.goto(form)
    expect(first.locator("#id_summary_en")).to_have_value(f"{FIRST} {SECOND}")


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".submit-row [name=_save]").click()
