"""Releases of each test in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def releases(tmp_path: Path, settings: Settings) -> Path:
    """The folder that releases are written to."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "releases"
