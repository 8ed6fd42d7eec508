"""What no page may ever do, watched during every test."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

SIDEWAYS = """() => {
    const root = document.scrollingElement;
    return root === null ? 0 : root.scrollWidth - root.clientWidth;
}"""
PATIENCE = 20_000  # milliseconds; what is not there by then is missing
# Neither leaves the browser.
INSIDE = {"about", "blob", "data"}


class Guard:
    """Watches contexts of a browser and collects faults, each in one sentence.

    A fault is: an error or warning on the console (Chromium reports breaches of the content
    security policy there), an exception, a request to another host, a request that fails, an
    answer of 400 or more that the test did not announce, and sideways scrolling.
    """

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.faults: list[str] = []
        self.requests: list[Request] = []
        self._announced: set[str] = set()
        self._contexts: list[BrowserContext] = []

    def announce(self, address: str) -> None:
        """Let this address answer 400 or more: the test asserts which itself."""
        self._announced.add(self.origin + address)

    def watch(self, context: BrowserContext) -> BrowserContext:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        return context

    def close(self) -> None:
        """Look at the pages that are still open, and fail with everything that was found."""
        for context in self._contexts:
            for page in context.pages:
                self.sideways(page)
        assert not self.faults, "\n".join(self.faults)

    def sideways(self, page: Page) -> None:
        """Note when more than the window is wide would have to be scrolled."""
        if page.url.startswith(self.origin) and (beyond := page.evaluate(SIDEWAYS)) > 0:
            width = page.evaluate("() => innerWidth")
            self.faults.append(f"{page.url} scrolls {beyond} px sideways at {width} px.")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            place = message.location["url"]
            if place not in self._announced:
                self.faults.append(f"Console {message.type} at {place}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"Exception: {error.error}")

    def _request(self, request: Request) -> None:
        self.requests.append(request)
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
