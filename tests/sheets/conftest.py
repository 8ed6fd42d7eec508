"""Files of the site go to a folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from operations import roles
from tests.admin.conftest import at_desk, employ

from .world import World


@pytest.fixture(autouse=True)
def data_dir(settings: LazySettings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def desk(db: None) -> Client:
    return at_desk(employ("editor", roles.EDITOR))


@pytest.fixture
def world(db: None) -> World:
    return World()
