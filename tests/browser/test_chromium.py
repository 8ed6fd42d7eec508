"""Without a browser: a reason to skip, and in CI a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium


def test_a_browser_is_found_under_any_of_its_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.executable() is None
    browser = tmp_path / "chromium-browser"
    browser.touch(mode=0o755)
    assert chromium.executable() == str(browser)


@pytest.mark.parametrize("value", ["true", "1", "yes"])
def test_ci_requires_a_browser(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert chromium.required()


@pytest.mark.parametrize("value", ["", "false", "0"])
def test_elsewhere_it_is_not_required(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert not chromium.required()
