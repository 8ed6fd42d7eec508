"""Two windows that are used again and again: one runs scripts, one does not.

A new context and a new page for each test take Chromium nine times as long as another address
in an open window, and the site keeps nothing there that could leak from test to test: the guard
fails a test after which there is a cookie.
"""

from __future__ import annotations

from playwright.sync_api import Browser, Page


class Windows:
    """Opened when first asked for, in the session's one browser."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser = browser
        self.origin = origin
        self._open: dict[bool, Page] = {}

    def cleared(self, *, scripts: bool) -> Page:
        """The window as a test expects it, whatever the test before did to it."""
        if scripts not in self._open:
            context = self.browser.new_context(java_script_enabled=scripts, base_url=self.origin)
            self._open[scripts] = context.new_page()
        page = self._open[scripts]
        page.set_viewport_size({"width": 1280, "height": 720})
        page.emulate_media(
            media="screen", color_scheme="light", reduced_motion="null", forced_colors="null"
        )
        return page
