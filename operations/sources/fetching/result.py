"""What a fetch brings home."""

from __future__ import annotations

from dataclasses import dataclass, field

from operations.codes import Outcome


@dataclass(frozen=True)
class Exchange:
    """One request and its answer as they went over the line; the body still packed."""

    url: str
    request_headers: list[tuple[str, str]]
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(frozen=True)
class Fetched:
    """How an attempt ended; ``kind`` and ``body`` are there when it was read.

    ``moved_to`` is where permanent redirects lead, and ``final`` where all of them do.
    """

    url: str
    outcome: Outcome
    detail: str = ""
    final: str = ""
    moved_to: str = ""
    status: int | None = None
    kind: str = ""
    charset: str = ""
    body: bytes = b""
    size: int = 0
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False)

    @property
    def was_read(self) -> bool:
        return self.outcome == Outcome.READ
