"""A browser, the site as in production, and a guard around every test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import chromium, machine
from tests.browser.guard import Guard
from tests.browser.hands import Hands, Keyboard
from tests.browser.visits import CHINESE
from tests.browser.windows import Windows

# Playwright keeps an event loop running in the process. Other tests of the same run, which use
# the database, are no more asynchronous for that.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NewContext = Callable[..., BrowserContext]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, not for each test, what is missing."""
    if chromium.executable() is None:
        terminalreporter.write_line(chromium.MISSING)


@pytest.fixture(scope="session")
def executable() -> str:
    """The browser's path; without one the tests are skipped, or fail where CI requires it."""
    found = chromium.executable()
    if found is None and chromium.required():
        pytest.fail(chromium.MISSING)
    if found is None:
        pytest.skip(chromium.MISSING)
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(
    executable: str, browser_type_launch_args: dict[str, Any]
) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": executable, "args": chromium.FLAGS}


@pytest.fixture(scope="session")
def base_url(executable: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site answers. Each process has its server; they share one database."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "site"
    machine.prepare(folder, "--endings")
    with machine.serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def windows(browser: Browser, base_url: str) -> Windows:
    return Windows(browser, base_url)


@pytest.fixture
def guard(base_url: str) -> Guard:
    return Guard(base_url)


@pytest.fixture
def page(windows: Windows, guard: Guard) -> Iterator[Page]:
    """A window; whatever its pages did wrong fails the test at its end."""
    window = windows.cleared(scripts=True)
    with guard.watching(window.context):
        yield window
    guard.check()


@pytest.fixture
def new_context(new_context: NewContext, guard: Guard) -> Iterator[NewContext]:
    """Browsers of somebody else, who has never been here; watched like the first."""
    with ExitStack() as watched:
        yield lambda **options: watched.enter_context(guard.watching(new_context(**options)))
    guard.check()


@pytest.fixture(params=["", CHINESE], ids=["en", "zh-hant"])
def language(request: pytest.FixtureRequest) -> str:
    """The prefix of addresses in each language."""
    prefix: str = request.param
    return prefix


@pytest.fixture(params=["mouse", "keyboard", "no script"])
def hands(
    request: pytest.FixtureRequest, language: str, windows: Windows, guard: Guard
) -> Iterator[Hands]:
    """Every kind of reader, in each language."""
    window = windows.cleared(scripts=request.param != "no script")
    kind = Keyboard if request.param == "keyboard" else Hands
    with guard.watching(window.context):
        yield kind(window, language)
    guard.check()
