"""The outside as these tests see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from operations.sources.fetching import fetcher

from .servers import Outside, Server, listening

NEWS = "news.example"
PUBLIC = "93.184.216.34"


@pytest.fixture
def server() -> Iterator[Server]:
    with listening() as served:
        yield served


@pytest.fixture
def outside(server: Server) -> Outside:
    """A world in which ``news.example`` is served by ``server``."""
    world = Outside()
    world.stand_in(NEWS, PUBLIC, server)
    return world


@pytest.fixture
def reading(
    outside: Outside, settings: LazySettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Outside:
    """The site fetches, from this world, and keeps copies in a folder of the test."""
    settings.FETCH_SOURCES = True
    settings.DATA_DIR = tmp_path
    made = outside.fetcher()
    monkeypatch.setattr(fetcher, "standard", lambda: made)
    return outside
