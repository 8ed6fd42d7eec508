"""Releases of each test in a folder of its own; one of a whole world for tests that only read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation
from pytest_django import Settings
from pytest_django.plugin import DjangoDbBlocker

from operations import releases as packages
from tests.releases.clock import let_waiting_set_the_clock_on
from tests.releases.world import happen


@pytest.fixture(autouse=True)
def releases(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that releases are written to."""
    settings.DATA_DIR = tmp_path
    let_waiting_set_the_clock_on(monkeypatch)
    return tmp_path / "releases"


@pytest.fixture(scope="module")
def package(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The folder of one release; the record that it was made of is gone again."""
    home = tmp_path_factory.mktemp("released")
    blocker, english = django_db_blocker.unblock(), translation.override("en")
    with blocker, english, override_settings(DATA_DIR=home), transaction.atomic():
        happen()
        made, _new = packages.make()
        transaction.set_rollback(True)
    return made.folder
