"""A clock that only moves when it is told to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from .sending import at_noon


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with at_noon() as traveller:
        yield traveller
