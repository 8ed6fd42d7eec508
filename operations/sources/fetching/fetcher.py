"""Fetching one address: each hop checked anew, every end an outcome."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from operations.codes import Outcome

from . import kinds
from .addresses import Target, target
from .asking import ask
from .clock import Deadline
from .limits import Limits
from .network import Network
from .rate import Turns
from .result import Exchange, Fetched
from .robots import TOKEN, Robots
from .stop import Stop
from .unpacking import unpacked

logger = logging.getLogger(__name__)

REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}
STATUSES = {
    401: Outcome.LOG_IN,
    402: Outcome.LOG_IN,
    403: Outcome.FORBIDDEN,
    451: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    410: Outcome.NOT_FOUND,
    429: Outcome.BUSY,
}


def agent() -> str:
    """An honest name, and where to read what it does."""
    return f"{TOKEN}/1.0 (+{settings.SITE_URL}/about/)"


@dataclass
class Trail:
    """The way from the address asked for to the one that answers."""

    exchanges: list[Exchange] = field(default_factory=list)
    moved_to: str = ""
    permanent: bool = True
    seen: set[str] = field(default_factory=set)

    def step(self, place: Target, limits: Limits) -> None:
        if place.url in self.seen:
            raise Stop(Outcome.LOOP, place.url)
        if len(self.seen) > limits.redirects:
            raise Stop(Outcome.TOO_MANY_REDIRECTS)
        self.seen.add(place.url)


class Fetcher:
    """Fetches politely, for as long as the process lives."""

    def __init__(
        self,
        network: Network | None = None,
        limits: Limits | None = None,
        turns: Turns | None = None,
    ) -> None:
        self.network = network or Network()
        self.limits = limits or Limits()
        self.turns = turns or Turns()
        self.robots = Robots(self.limits)

    def fetch(self, url: str) -> Fetched:
        """Read what is at an address, or say why not. Raises nothing."""
        trail = Trail()
        try:
            return self.follow(url, trail)
        except Stop as stop:
            return ended(url, trail, stop.outcome, stop.detail)
        except Exception:
            # A stranger's server found a hole: the editor's page must not suffer for it.
            logger.exception("A fetch failed in a way that nobody foresaw")
            return ended(url, trail, Outcome.FAULT, "")

    def follow(self, url: str, trail: Trail) -> Fetched:
        place = target(url, self.limits)
        deadline = Deadline(self.limits.total_seconds)
        while True:
            trail.step(place, self.limits)
            self.wait(place, deadline)
            answer = self.ask(place, deadline)
            trail.exchanges.append(answer)
            onward = location(answer)
            if answer.status not in REDIRECTS or not onward:
                return self.read(url, trail, answer)
            place = target(urljoin(place.url, onward), self.limits)
            trail.permanent = trail.permanent and answer.status in PERMANENT
            trail.moved_to = place.url if trail.permanent else trail.moved_to

    def wait(self, place: Target, deadline: Deadline) -> None:
        """Read the rules of the site, then wait for one's turn; neither costs the page time."""
        began = time.monotonic()
        patience = Deadline(self.limits.robots_seconds)

        def robots(of: Target) -> Exchange:
            self.turns.wait(of.host, self.limits.host_interval_seconds)
            return self.ask(of, patience, most=self.limits.robots_bytes, cut=True)

        delay = self.robots.check(place, robots)
        self.turns.wait(place.host, max(delay, self.limits.host_interval_seconds))
        deadline.extend(time.monotonic() - began)

    def ask(
        self, place: Target, deadline: Deadline, *, most: int | None = None, cut: bool = False
    ) -> Exchange:
        return ask(
            place,
            agent=agent(),
            network=self.network,
            limits=self.limits,
            deadline=deadline,
            most=most or self.limits.body_bytes,
            cut=cut,
        )

    def read(self, url: str, trail: Trail, answer: Exchange) -> Fetched:
        if answer.status not in range(200, 300):
            return ended(url, trail, outcome_of(answer), "")
        body = unpacked(answer.body, answer.header("content-encoding"), self.limits.unpacked_bytes)
        if not body.strip():
            return ended(url, trail, Outcome.EMPTY, "")
        kind, said = kinds.sniffed(body), answer.header("content-type")
        if kind not in kinds.READABLE:
            return ended(url, trail, Outcome.WRONG_TYPE, said[:80])
        lie = f"{said[:60]} → {kind}" if kinds.lies(kind, said) else ""
        return ended(url, trail, Outcome.READ, lie, kind=kind, body=body)


def location(answer: Exchange) -> str:
    """Where it sends the reader; some servers write their own script unescaped."""
    said = answer.header("location")
    try:
        return said.encode("latin-1").decode()
    except UnicodeError:
        return said


def outcome_of(answer: Exchange) -> Outcome:
    if answer.status >= 500:
        later = answer.status == 503 and answer.header("retry-after")
        return Outcome.BUSY if later else Outcome.SERVER_ERROR
    return STATUSES.get(answer.status, Outcome.ODD_STATUS)


def ended(url: str, trail: Trail, outcome: Outcome, detail: str, **read: Any) -> Fetched:
    last = trail.exchanges[-1] if trail.exchanges else None
    return Fetched(
        url=url,
        outcome=outcome,
        detail=detail,
        final=last.url if last else "",
        moved_to=trail.moved_to,
        status=last.status if last else None,
        charset=charset_of(last),
        size=len(last.body) if last else 0,
        exchanges=tuple(trail.exchanges),
        **read,
    )


def charset_of(answer: Exchange | None) -> str:
    said = answer.header("content-type") if answer else ""
    return said.lower().partition("charset=")[2].split(";")[0].strip(" \"'")[:40]


@cache
def standard() -> Fetcher:
    """The one that this process uses; it remembers hosts and their rules."""
    return Fetcher()
