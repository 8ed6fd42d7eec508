"""A browser, the site as in production, and a guard around every test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.browser import chromium, machine
from tests.browser.guard import Guard
from tests.browser.hands import Hands, Keyboard
from tests.browser.visits import CHINESE

NewContext = Callable[..., BrowserContext]


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


@pytest.fixture
def guard(base_url: str) -> Guard:
    return Guard(base_url)


@pytest.fixture
def new_context(new_context: NewContext, guard: Guard) -> Iterator[NewContext]:
    """Contexts that are watched; whatever they did wrong fails the test at its end."""
    yield lambda **options: guard.watch(new_context(**options))
    guard.close()


@pytest.fixture(params=["", CHINESE], ids=["en", "zh-hant"])
def language(request: pytest.FixtureRequest) -> str:
    """The prefix of addresses in each language."""
    prefix: str = request.param
    return prefix


@pytest.fixture(params=["mouse", "keyboard", "no script"])
def hands(request: pytest.FixtureRequest, language: str, new_context: NewContext) -> Hands:
    """Every kind of reader, in each language."""
    context = new_context(java_script_enabled=request.param != "no script")
    kind = Keyboard if request.param == "keyboard" else Hands
    return kind(context.new_page(), language)
