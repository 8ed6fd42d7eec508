"""How often one client may ask, and what every answer says of it.

The headers follow the IETF draft on rate limits: what is allowed, what is left, and after how many
seconds there is more. Addresses are kept as hashes, and only for the time of the window.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle

NAME = "public"


class PerClient(SimpleRateThrottle):
    """``settings.API_RATE`` requests a client, such as ``600/min``; none where it is empty."""

    scope = NAME
    history: list[float]
    now: float
    num_requests: int
    duration: int

    def get_rate(self) -> str | None:
        rate: str = settings.API_RATE
        return rate or None

    def get_cache_key(self, request: Request, view: Any) -> str:
        ident = f"{settings.SECRET_KEY}{self.get_ident(request)}"
        return f"rate-{hashlib.sha256(ident.encode()).hexdigest()}"

    def allow_request(self, request: Request, view: Any) -> bool:
        allowed: bool = super().allow_request(request, view)
        request.rate_limit = self  # type: ignore[attr-defined]
        return allowed

    @property
    def headers(self) -> Iterator[tuple[str, str]]:
        """``RateLimit-Policy`` and ``RateLimit``."""
        left = max(self.num_requests - len(self.history), 0)
        oldest = self.history[-1] if self.history else self.now
        until = max(round(self.duration - (self.now - oldest)), 0)
        yield "RateLimit-Policy", f'"{NAME}";q={self.num_requests};w={self.duration}'
        yield "RateLimit", f'"{NAME}";r={left};t={until}'


def say_what_is_left(request: Request, response: Response) -> None:
    limit: PerClient | None = getattr(request, "rate_limit", None)
    if limit is not None and limit.rate is not None:
        for name, value in limit.headers:
            response[name] = value
