"""Fetching what strangers serve, under guard. ``fetch`` never raises and never reaches inside."""

from __future__ import annotations

from django.conf import settings

from operations.codes import Outcome

from . import fetcher
from .result import Exchange, Fetched

__all__ = ["Exchange", "Fetched", "fetch"]


def fetch(url: str) -> Fetched:
    """Read an address, unless this installation fetches nothing (FETCH_SOURCES)."""
    if not settings.FETCH_SOURCES:
        return Fetched(url=url, outcome=Outcome.SWITCHED_OFF)
    return fetcher.standard().fetch(url)
