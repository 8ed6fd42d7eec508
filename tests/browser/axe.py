"""axe-core in the page, and its findings in lines that say where to look."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Loading style sheets again, and looking into frames that we do not have, only takes time.
BASIS = {"resultTypes": ["violations"], "preload": False, "iframes": False}
# All rules that are on by default: WCAG A and AA, and axe's own best practices (landmarks,
# order of headings).
EVERYTHING: dict[str, Any] = BASIS
# What can differ between two colour schemes of one page.
COLOURS: dict[str, Any] = BASIS | {"runOnly": ["color-contrast", "link-in-text-block"]}
# The rest: what can differ between two widths of one page.
SHAPE: dict[str, Any] = BASIS | {"rules": {"color-contrast": {"enabled": False}}}
SCRIPT = Axe().axe_script
OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"


def bring_axe(page: Page) -> None:
    """Put axe into the page, past its policy; once after each navigation."""
    page.evaluate(SCRIPT)


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """One line for each element at fault: rule, selector, what is wrong."""
    found = page.evaluate(f"axe.run({json.dumps(options)})")["violations"]
    return [
        f"{rule['id']} at {node['target']}: {' '.join(node['failureSummary'].split())}"
        for rule in found
        for node in rule["nodes"]
    ]


def open_all(page: Page) -> None:
    """Open whatever is folded: what a reader can unfold is part of the page."""
    page.evaluate(OPEN_ALL)
