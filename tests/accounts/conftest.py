"""Staff of each role, and the second factor switched on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from . import desk


@pytest.fixture
def second_factor(settings: object) -> None:
    """As on a public server; the settings of the tests have it off."""
    settings.SECOND_FACTOR = True  # type: ignore[attr-defined]


@pytest.fixture
def _groups(db: None) -> None:
    """The roles, as far as the log-in depends on them, whether or not a migration made them."""
    for name in desk.ROLES:
        group = desk.group(name)
        if name == "Administrator":
            wanted = ("add_user", "change_user", "view_user")
            group.permissions.add(*Permission.objects.filter(codename__in=wanted))


@pytest.fixture
def administrator(_groups: None) -> Client:
    return desk.seated(desk.staff("ada", "Administrator"))
