"""A first log-in in a real browser, with the keyboard alone: the app is set up on the way."""

from __future__ import annotations

import subprocess
import sys
from base64 import b32decode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser import axe, machine

PASSWORD = "correct horse battery"
LABELS = {
    "name": "Username",
    "password": "Password",
    "code": "Code from your app",
    "recovery": "Recovery code",
    "password_again": "Your password",
    "code_again": "Code from your app, or a recovery code",
}
# Links in the bread crumbs of the stock admin are told by their colour alone.
RULES = axe.BASIS | {"rules": {"link-in-text-block": {"enabled": False}}}


@pytest.fixture(scope="module")
def site(executable: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that asks for the second factor, with two administrators."""
    folder = tmp_path_factory.mktemp("log-in")
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "tests.browser.empty", PASSWORD],
        cwd=machine.ROOT,
        env=machine.environment(folder, machine.free_port()),
        check=True,
    )
    with machine.serve(folder, SECOND_FACTOR="on") as address:
        yield address


@contextmanager
def window(browser: Browser, site: str, *, scripts: bool) -> Iterator[Page]:
    """A browser of its own; whatever it complains about fails the test, the policy included."""
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    context = browser.new_context(base_url=site, java_script_enabled=scripts)
    context.on("console", listen)
    yield context.new_page()
    outside = [c for c in context.cookies() if c.get("path") != "/admin/"]
    context.close()
    assert (complaints, outside) == ([], [])


def type_in(page: Page, **texts: str) -> None:
    """Type from field to field, and send with Enter."""
    first = next(iter(texts))
    page.get_by_label(LABELS[first]).focus()
    for name, text in texts.items():
        if name != first:
            page.keyboard.press("Tab")
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def go(page: Page, role: Literal["link", "button"], name: str) -> None:
    """Follow a link or press a button by the keyboard."""
    page.get_by_role(role, name=name).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def look(page: Page) -> None:
    axe.bring_axe(page)
    assert axe.violations(page, RULES) == [], page.url


@pytest.mark.parametrize(("name", "scripts"), [("ada", True), ("bob", False)])
def test_a_first_log_in_and_the_next_ones(
    browser: Browser, site: str, name: str, *, scripts: bool
) -> None:
    with window(browser, site, scripts=scripts) as page:
        check = look if scripts else lambda page: None
        page.goto("/admin/operations/source/")
        type_in(page, name=name, password=PASSWORD)
        assert page.url.startswith(f"{site}/admin/second-factor/set-up/?next=")
        check(page)
        key = b32decode(page.locator("code.key").inner_text().replace(" ", ""))
        type_in(page, code="000000")
        field = page.get_by_label(LABELS["code"])
        assert field.get_attribute("aria-invalid") == "true"
        check(page)
        type_in(page, code=f"{totp(key):06d}")
        codes = page.locator(".recovery-codes code").all_inner_texts()
        assert len(codes) == 10
        check(page)
        go(page, "link", "I have kept them: go on")
        assert page.url == f"{site}/admin/operations/source/"

        go(page, "button", "Log out")
        page.goto("/admin/")
        type_in(page, name=name, password=PASSWORD)
        check(page)
        # The next one: that which set the app up is used, and a clock may be half a minute off.
        type_in(page, code=f"{totp(key, drift=1):06d}")
        assert page.url == f"{site}/admin/"

        go(page, "button", "Log out")
        page.goto("/admin/")
        type_in(page, name=name, password=PASSWORD)
        go(page, "link", "I do not have my device: use a recovery code")
        check(page)
        type_in(page, recovery=codes[0])
        assert "9 recovery codes are left." in page.locator(".messagelist").inner_text()
        go(page, "link", "Your log-in")
        check(page)
        go(page, "link", "Set up another device")
        check(page)
        type_in(page, password_again=PASSWORD, code_again=codes[1])
        assert page.url == f"{site}/admin/second-factor/set-up/"
