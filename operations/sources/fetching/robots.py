"""What a site asks programs not to read (RFC 9309).

The rule: an answer of 2xx is read, up to ``robots_bytes``; any other answer below 500 means that
nothing is forbidden; 5xx and 429 mean that the site cannot say, and then nothing is read. If the
site cannot be reached at all, that is the outcome of the page as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urljoin

from protego import Protego

from operations.codes import Outcome

from .addresses import Target, target
from .limits import Limits
from .result import Exchange
from .stop import Stop
from .unpacking import unpacked

TOKEN = "EnforcementOperationTracker"  # noqa: S105 - the name in robots.txt, no secret
Ask = Callable[[Target], Exchange]


class Robots:
    """The rules of each site, remembered for a day."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.known: dict[str, tuple[float, Protego]] = {}

    def check(self, wanted: Target, ask: Ask) -> float:
        """``Stop`` when the page may not be read; else the seconds to leave between requests."""
        rules = self.rules(wanted, ask)
        if not rules.can_fetch(wanted.url, TOKEN):
            raise Stop(Outcome.ROBOTS, wanted.host)
        delay = rules.crawl_delay(TOKEN) or 0
        return float(min(delay, self.limits.longest_crawl_delay))

    def rules(self, wanted: Target, ask: Ask) -> Protego:
        kept = self.known.get(wanted.origin)
        now = time.monotonic()
        if kept and kept[0] > now:
            return kept[1]
        rules = Protego.parse(self.text(wanted, ask))
        if len(self.known) >= self.limits.robots_hosts_kept:
            self.known.clear()
        self.known[wanted.origin] = (now + self.limits.robots_kept_seconds, rules)
        return rules

    def text(self, wanted: Target, ask: Ask) -> str:
        """Of robots.txt; redirects are followed, each under the same guard."""
        place = target(f"{wanted.origin}/robots.txt", self.limits)
        for _ in range(self.limits.redirects + 1):
            answer = ask(place)
            if answer.status >= 500 or answer.status == 429:
                raise Stop(Outcome.ROBOTS_UNKNOWN, f"{wanted.host}: {answer.status}")
            if answer.status in range(200, 300):
                return readable(answer, self.limits)
            if not (300 <= answer.status < 400 and answer.header("location")):
                return ""
            place = target(urljoin(place.url, answer.header("location")), self.limits)
        return ""


def readable(answer: Exchange, limits: Limits) -> str:
    try:
        body = unpacked(answer.body, answer.header("content-encoding"), limits.unpacked_bytes)
    except Stop as stop:
        raise Stop(Outcome.ROBOTS_UNKNOWN, stop.detail) from stop
    return body[: limits.robots_bytes].decode("utf-8", "replace")
