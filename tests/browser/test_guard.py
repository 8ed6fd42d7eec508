"""The guard itself: it sees what it is there to see, and lets a good page be."""

from __future__ import annotations

import pytest

from tests.browser.guard import Guard
from tests.browser.windows import Windows

IMAGE = "() => document.body.append(Object.assign(document.createElement('img'), {src: '%s'}))"


def faults(windows: Windows, guard: Guard, script: str, address: str = "/about/") -> str:
    """What the guard says of a page that ran a script, in lines."""
    page = windows.cleared(scripts=True)
    with guard.watching(page.context):
        page.goto(address)
        page.evaluate(script)
        page.wait_for_timeout(100)
    return "\n".join(guard.faults)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("() => console.warn('mind the gap')", "Console warning at : mind the gap"),
        ("() => { setTimeout(() => { throw new Error('oh') }) }", "Exception: oh"),
        ("() => { document.body.style.width = '4000px' }", "px sideways at 1280 px"),
        ("() => { document.cookie = 'seen=1' }", "Cookies were set"),
        (IMAGE % "https://example.org/a.png", "A request left for https://example.org/a.png"),
        (IMAGE % "https://example.org/a.png", "Content Security Policy"),
        (IMAGE % "/nothing.png", "/nothing.png answered 404"),
    ],
    ids=["console", "exception", "sideways", "cookie", "other host", "policy", "missing file"],
)
def test_a_fault_of_a_page_is_seen(script: str, words: str, windows: Windows, guard: Guard) -> None:
    assert words in faults(windows, guard, script)
    with pytest.raises(AssertionError):
        guard.check()


def test_an_answer_that_was_not_announced_is_a_fault(windows: Windows, guard: Guard) -> None:
    assert "/nowhere/ answered 404" in faults(windows, guard, "() => 0", "/nowhere/")


def test_an_announced_answer_is_none(windows: Windows, guard: Guard) -> None:
    guard.announce("/nowhere/")
    assert faults(windows, guard, "() => 0", "/nowhere/") == ""
    guard.check()
