"""What no page may ever do, watched during every test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

SIDEWAYS = """() => {
    const root = document.scrollingElement;
    return root === null ? [0, 0] : [root.scrollWidth - root.clientWidth, innerWidth];
}"""
PATIENCE = 20_000  # milliseconds; what is not there by then is missing
# Neither leaves the browser.
INSIDE = {"about", "blob", "data"}


class Guard:
    """Watches contexts of a browser and collects faults, each in one sentence.

    A fault is: an error or warning on the console (Chromium reports breaches of the content
    security policy there), an exception, a request to another host, a request that fails, an
    answer of 400 or more that the test did not announce, a cookie, and sideways scrolling.
    """

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.faults: list[str] = []
        self.requested: Counter[str] = Counter()
        self._announced: set[str] = set()

    def announce(self, address: str) -> None:
        """Let this address answer 400 or more: the test asserts which itself."""
        self._announced.add(self.origin + address)

    @contextmanager
    def watching(self, context: BrowserContext) -> Iterator[BrowserContext]:
        """Watch a context for a while, and note what its pages look like at the end."""
        context.set_default_timeout(PATIENCE)
        watched: dict[Any, Any] = {
            "console": self._console,
            "weberror": self._error,
            "request": self._request,
            "requestfailed": self._failed,
            "response": self._response,
        }
        for event, handler in watched.items():
            context.on(event, handler)
        yield context
        for page in context.pages:
            self.sideways(page)
        if cookies := context.cookies():
            self.faults.append(f"Cookies were set: {cookies}")
            context.clear_cookies()
        for event, handler in watched.items():
            context.remove_listener(event, handler)

    def check(self) -> None:
        """Fail with everything that was found."""
        assert not self.faults, "\n".join(self.faults)

    def sideways(self, page: Page) -> None:
        """Note when more than the window is wide would have to be scrolled."""
        if page.url.startswith(self.origin):
            beyond, width = page.evaluate(SIDEWAYS)
            if beyond > 0:
                self.faults.append(f"{page.url} scrolls {beyond} px sideways at {width} px.")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            place = message.location["url"]
            if place not in self._announced:
                self.faults.append(f"Console {message.type} at {place}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"Exception: {error.error}")

    def _request(self, request: Request) -> None:
        self.requested[request.resource_type] += 1
        parts = urlsplit(request.url)
        if parts.scheme not in INSIDE and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.faults.append(f"A request left for {request.url}")

    def _failed(self, request: Request) -> None:
        # A navigation that turns into a download ends like this.
        if not (request.is_navigation_request() and request.failure == "net::ERR_ABORTED"):
            self.faults.append(f"{request.url} failed: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self._announced:
            self.faults.append(f"{response.url} answered {response.status}")
