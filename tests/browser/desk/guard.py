"""The same guard at the desk, where cookies are allowed under its own path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Request

from tests.browser.guard import Guard


class DeskGuard(Guard):
    @contextmanager
    def watching(self, context: BrowserContext) -> Iterator[BrowserContext]:
        with super().watching(context):
            yield context
            strays = [one for one in context.cookies() if one.get("path") != "/admin/"]
            self.faults += [f"A cookie for readers: {one}" for one in strays]
            context.clear_cookies()

    def _failed(self, request: Request) -> None:
        # A search is given up when another letter is typed.
        if not ("/admin/autocomplete/" in request.url and request.failure == "net::ERR_ABORTED"):
            super()._failed(request)
