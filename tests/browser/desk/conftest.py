"""A site of their own for tests that write, people at their desks, and what the work cost them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import machine
from tests.browser.desk.guard import DeskGuard
from tests.browser.desk.prepare import PASSWORD
from tests.browser.guard import PATIENCE

COSTS = pytest.StashKey[list[str]]()
# Two people see each record; who runs the tests has no telephone with codes.
SWITCHES = {"FOUR_EYES": "on", "SECOND_FACTOR": "off"}

AtDesk = Callable[..., Page]
# The machine is shared; a slow moment is not a wrong answer.
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def desk(executable: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site answers on which editors may write what they like."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "desk"
    machine.prepare(folder, module="tests.browser.desk.prepare", **SWITCHES)
    with machine.serve(folder, **SWITCHES) as address:
        yield address


@pytest.fixture
def desk_guard(desk: str) -> DeskGuard:
    return DeskGuard(desk)


@pytest.fixture
def at_desk(browser: Browser, desk: str, desk_guard: DeskGuard) -> Iterator[AtDesk]:
    """A browser of somebody who has just logged in; without a name, of a reader."""
    with ExitStack() as watched:

        def sit_down(name: str = "", **options: object) -> Page:
            options.setdefault("viewport", {"width": 1280, "height": 900})
            context = browser.new_context(base_url=desk, **options)  # type: ignore[arg-type]
            watched.callback(context.close)
            page = watched.enter_context(desk_guard.watching(context)).new_page()
            if name:
                log_in(page, name)
            return page

        yield sit_down
    desk_guard.check()


def log_in(page: Page, name: str) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("#id_password").press("Enter")
    page.wait_for_selector("#user-tools")


@pytest.fixture
def report(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> Callable[[str, dict[str, float]], None]:
    """Say at the end of the run, and in its report, what a piece of work cost."""

    def say(work: str, cost: dict[str, float]) -> None:
        for name, amount in cost.items():
            record_property(f"{work}: {name}", amount)
        told = ", ".join(f"{amount:g} {name}" for name, amount in cost.items())
        request.config.stash.setdefault(COSTS, []).append(f"{work}: {told}")

    return say


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in terminalreporter.config.stash.get(COSTS, []):
        terminalreporter.write_line(line)
