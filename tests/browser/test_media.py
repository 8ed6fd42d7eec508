"""Paper, colours chosen by the reader, and less motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import open_all
from tests.browser.guard import Guard
from tests.browser.visits import ENGLISH, Visit, named

SOME = [
    visit
    for visit in ENGLISH
    if visit.name in {"home", "list", "operation, disputed", "totals by year", "outcomes"}
]
# axe reads -webkit-text-fill-color, which keeps the page's own colour while another is painted.
ILLEGIBLE = """() => {
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = (colour) => {
        const [r, g, b] = parts(colour).map((one) => one / 255)
            .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const seen = (colour) => parts(colour)[3] !== 0;
    const behind = (element) => {
        for (let one = element; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (seen(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    return [...document.querySelectorAll("body *")]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3
            && node.data.trim()) && one.checkVisibility())
        .filter((one) => contrast(getComputedStyle(one)[
            one instanceof SVGElement ? "fill" : "color"], behind(one)) < 4.5)
        .map((one) => one.outerHTML.slice(0, 200));
}"""
some_pages = pytest.mark.parametrize("visit", SOME, ids=named)


@some_pages
def test_paper_gets_the_content_without_the_controls(
    visit: Visit, page: Page, guard: Guard
) -> None:
    visit.open(page, guard)
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="Site")).to_be_hidden()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
    assert page.pdf(format="A4").startswith(b"%PDF")


@some_pages
def test_colours_of_the_readers_own_keep_everything_legible(
    visit: Visit, page: Page, guard: Guard
) -> None:
    page.emulate_media(forced_colors="active")
    visit.open(page, guard)
    open_all(page)
    assert page.evaluate(ILLEGIBLE) == []


@some_pages
def test_nothing_moves_for_who_asked_for_less_motion(
    visit: Visit, page: Page, guard: Guard
) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit.open(page, guard)
    open_all(page)
    page.mouse.wheel(0, 400)
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == (
        "auto"
    )
