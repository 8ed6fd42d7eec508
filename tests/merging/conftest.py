"""Merging with one pair of eyes; the tests on four say so."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def two_eyes(settings: Any) -> None:
    settings.FOUR_EYES = False
