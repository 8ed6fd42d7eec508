"""Editors at their desks: each in the group of a role, with no right beside it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from operations import roles
from tests import factories


def employ(name: str, role: str) -> User:
    user = factories.user(name, is_staff=True)
    # A test that empties the database takes the groups of the migration along.
    if not Group.objects.filter(name=role).exists():
        roles.grant()
    user.groups.add(Group.objects.get(name=role))
    return user


def with_rights(name: str, *codenames: str) -> User:
    """Somebody of the staff in no role, with single rights of this app."""
    user = factories.user(name, is_staff=True)
    wanted = Permission.objects.filter(content_type__app_label="operations", codename__in=codenames)
    assert wanted.count() == len(codenames)
    user.user_permissions.set(wanted)
    return user


def at_desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def contributor(db: None) -> Client:
    return at_desk(employ("contributor", roles.CONTRIBUTOR))


@pytest.fixture
def reviewer(db: None) -> Client:
    return at_desk(employ("reviewer", roles.EDITOR))


@pytest.fixture
def administrator(db: None) -> Client:
    """Nobody's superuser: what the role may not do shows."""
    return at_desk(employ("administrator", roles.ADMINISTRATOR))
