"""The guard itself: it sees what it is there to see, and lets a good page be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.guard import Guard

IMAGE = "() => document.body.append(Object.assign(document.createElement('img'), {src: '%s'}))"


@pytest.fixture
def guard(base_url: str) -> Guard:
    """One of its own, so that what it finds fails nothing."""
    return Guard(base_url)


@pytest.fixture
def page(browser: Browser, base_url: str, guard: Guard) -> Iterator[Page]:
    context = guard.watch(browser.new_context(base_url=base_url))
    opened = context.new_page()
    opened.goto("/about/")
    yield opened
    context.close()


def faults(guard: Guard, page: Page) -> str:
    page.wait_for_timeout(100)
    with pytest.raises(AssertionError) as caught:
        guard.close()
    return str(caught.value)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("() => console.warn('mind the gap')", "Console warning at : mind the gap"),
        ("() => { setTimeout(() => { throw new Error('oh') }) }", "Exception: oh"),
        ("() => { document.body.style.width = '4000px' }", "px sideways at 1280 px"),
        (IMAGE % "https://example.org/a.png", "A request left for https://example.org/a.png"),
        (IMAGE % "https://example.org/a.png", "Content Security Policy"),
        (IMAGE % "/nothing.png", "/nothing.png answered 404"),
    ],
)
def test_a_fault_of_a_page_is_seen(script: str, words: str, guard: Guard, page: Page) -> None:
    page.evaluate(script)
    assert words in faults(guard, page)


def test_an_answer_that_was_not_announced_is_a_fault(guard: Guard, page: Page) -> None:
    page.goto("/nowhere/")
    assert "/nowhere/ answered 404" in faults(guard, page)


def test_an_announced_answer_is_none(guard: Guard, page: Page) -> None:
    guard.announce("/nowhere/")
    page.goto("/nowhere/")
    guard.close()
