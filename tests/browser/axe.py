"""axe-core in the page, and its findings in lines that say where to look."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
# All rules that are on by default: WCAG A and AA, and axe's own best practices (landmarks,
# order of headings).
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
# What can differ between two colour schemes of one page.
COLOURS = EVERYTHING | {"runOnly": ["color-contrast", "link-in-text-block"]}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """One line for each element at fault: rule, selector, what is wrong."""
    found = AXE.run(page, options=options).response["violations"]
    return [
        f"{rule['id']} at {node['target']}: {' '.join(node['failureSummary'].split())}"
        for rule in found
        for node in rule["nodes"]
    ]


def open_all(page: Page) -> None:
    """Open whatever is folded: what a reader can unfold is part of the page."""
    page.evaluate(OPEN_ALL)
