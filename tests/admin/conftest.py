"""Editors at their desks."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests import factories

CONTRIBUTOR = (
    "add_operation",
    "change_operation",
    "view_operation",
    "submit_operation",
    "add_source",
    "change_source",
    "view_source",
    "view_place",
)
REVIEWER = (*CONTRIBUTOR, "publish_operation", "change_assessment", "view_assessment")


def employ(name: str, permissions: tuple[str, ...]) -> User:
    user = factories.user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def at_desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def contributor(db: None) -> Client:
    return at_desk(employ("contributor", CONTRIBUTOR))


@pytest.fixture
def reviewer(db: None) -> Client:
    return at_desk(employ("reviewer", REVIEWER))


@pytest.fixture
def administrator(db: None) -> Client:
    return at_desk(factories.user("administrator", is_staff=True, is_superuser=True))
