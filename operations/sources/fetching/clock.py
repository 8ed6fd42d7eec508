"""One end for a whole fetch, however many steps it has."""

from __future__ import annotations

import time

from operations.codes import Outcome

from .stop import Stop


class Deadline:
    """A moment after which everything stops."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds left, ``at_most`` for the next step; ``Stop`` when there are none."""
        seconds = self.end - time.monotonic()
        if seconds <= 0:
            raise Stop(Outcome.TOO_SLOW)
        return seconds if at_most is None else min(seconds, at_most)

    def extend(self, seconds: float) -> None:
        """Do not count time spent in politeness."""
        self.end += seconds
