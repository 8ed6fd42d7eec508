"""Not more than one request to a host in a while."""

from __future__ import annotations

import time
from collections.abc import Callable


class Turns:
    """When each host may be asked again; one process asks for the whole site: the worker."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.now = now
        self.sleep = sleep
        self.next: dict[str, float] = {}

    def wait(self, host: str, interval: float) -> float:
        """Wait for one's turn and take it; returns the seconds waited."""
        now = self.now()
        turn = max(now, self.next.get(host, now))
        # Hosts whose turn is over need no memory.
        self.next = {each: when for each, when in self.next.items() if when > now}
        self.next[host] = turn + interval
        if turn > now:
            self.sleep(turn - now)
        return turn - now
