"""Files of the site go to a folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Permission
from django.test import Client

from tests import factories

from .world import World

EDITOR = (
    "import_operation",
    "add_operation",
    "change_operation",
    "view_operation",
    "add_source",
)


@pytest.fixture(autouse=True)
def data_dir(settings: LazySettings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def at_desk(name: str, *codenames: str) -> Client:
    user = factories.user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(db: None) -> Client:
    """An editor who may import."""
    return at_desk("editor", *EDITOR)


@pytest.fixture
def world(db: None) -> World:
    return World()
