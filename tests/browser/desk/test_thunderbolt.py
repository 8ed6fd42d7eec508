"""From a blank form to the public page, through four eyes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.desk.conftest import AtDesk
from tests.browser.desk.prepare import AUTHOR, REVIEWER
from tests.browser.desk.thunderbolt import FIXTURE, Author

Report = Callable[[str, dict[str, float]], None]
COMMENT = "Which page of the report gives the 849?"


def test_thunderbolt_2023_goes_from_a_blank_form_to_the_public_page(
    at_desk: AtDesk, report: Report
) -> None:
    desk = at_desk(AUTHOR)
    desk.goto("/admin/operations/operation/add/")
    author = Author(desk)
    author.record()
    save(author)
    said = desk.locator(".messagelist")
    expect(said).to_contain_text("Operation Thunderbolt 2023")
    expect(desk.locator("#figures-0 tr.sums")).to_have_text("“sex” adds up: 6,400.")
    author.click(desk.get_by_role("button", name="Submit for review"))
    expect(said).to_contain_text("Submitted for review.")
    report("Thunderbolt 2023 from a blank form", author.cost)
    form = desk.url.split("?")[0].split("#")[0]

    review = at_desk(REVIEWER)
    answer(review, form, "Return with a comment", comment=COMMENT)
    desk.goto(form)
    expect(desk.locator("#content")).to_contain_text(COMMENT)
    desk.get_by_role("button", name="Submit for review").click()
    expect(said).to_contain_text("Submitted for review.")
    answer(review, form, "Publish")
    expect(review.locator(".messagelist")).to_contain_text("Published as edition 1.")
    as_readers_see_it(at_desk())


def save(author: Author) -> None:
    """Ctrl + Enter saves wherever one is."""
    with author.page.expect_navigation():
        author.press("ControlOrMeta+Enter")
    mistakes = author.page.locator("#mistakes")
    assert mistakes.count() == 0, mistakes.inner_text()


def answer(page: Page, form: str, step: str, **typed: str) -> None:
    page.goto(form)
    page.get_by_role("link", name=step, exact=True).or_(
        page.get_by_role("button", name=step, exact=True)
    ).first.click()
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)
    page.locator(".submit-row [type=submit]").first.click()
    expect(page.locator(".messagelist")).to_be_visible()


def as_readers_see_it(page: Page) -> None:
    """The page with every number, and the document exactly as the fixture has it."""
    page.goto("/operations/thunderbolt-2023/")
    text = page.locator("main").inner_text()
    for figure in FIXTURE["figures"]:
        assert f"{figure['value']:,}" in text, figure["id"]
    answer = page.request.get("/operations/thunderbolt-2023.json")
    document: dict[str, Any] = json.loads(answer.text())
    for key in ("id", "name", "summary", "kind", "status", "flags", "aliases"):
        assert document[key] == FIXTURE[key], key
    assert document["dates"]["edtf"] == FIXTURE["dates"]["edtf"]
    assert document["may_overlap"] == FIXTURE["may_overlap"]
    for key in ("agencies", "places", "offences"):
        assert bare(document[key]) == bare(FIXTURE[key]), key
    published = {figure["id"]: figure for figure in document["figures"]}
    assert list(published) == [figure["id"] for figure in FIXTURE["figures"]]
    for figure in FIXTURE["figures"]:
        shown = published[figure["id"]]
        assert {key: shown[key] for key in figure} == figure


def bare(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(
        ({key: row[key] for key in ("id", "role") if key in row} for row in rows),
        key=lambda row: str(row["id"]),
    )
