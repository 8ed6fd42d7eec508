"""The outside as these tests see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

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
