"""The three roles: what the database grants is what ``roles.py`` says."""

from __future__ import annotations

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

from operations import history, roles
from operations.models import Operation
from tests import factories
from tracker.accounts import roles as of_accounts

pytestmark = pytest.mark.django_db


def granted() -> dict[str, set[str]]:
    return {
        group.name: {
            f"{permission.content_type.app_label}.{permission.codename}"
            for permission in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }


def test_the_groups_of_the_database_are_the_roles() -> None:
    assert granted() == roles.ROLES


def test_the_log_in_calls_the_roles_by_the_same_names() -> None:
    assert list(of_accounts.ROLES) == list(roles.ROLES)
    assert of_accounts.ADMINISTRATOR == roles.ADMINISTRATOR


def test_each_role_may_do_what_the_one_before_may() -> None:
    writes, reviews, administers = roles.ROLES.values()
    assert writes < reviews < administers


def test_granting_again_mends_a_group_and_doubles_nothing() -> None:
    Group.objects.get(name="Editor").permissions.clear()
    Group.objects.get(name="Administrator").delete()
    roles.grant()
    roles.grant()
    assert granted() == roles.ROLES


def test_nobody_of_a_role_may_delete_users_or_change_groups() -> None:
    everything = frozenset[str]().union(*roles.ROLES.values())
    assert not {"auth.delete_user", "auth.change_group", "auth.add_group"} & everything


def test_what_was_published_before_the_roles_came_is_known() -> None:
    public, changed = factories.published("public"), factories.published("changed")
    draft = factories.operation("draft")
    history.save_revision(draft, None)
    changed.summary_en = "More."
    changed.save()
    last = history.save_revision(changed, None)
    assert last is not None
    later = changed.editions.get().valid_from.replace(year=2099)
    history.revisions(changed).filter(number=last.number).update(made_at=later)
    Operation.objects.update(public_revision=None)
    migration = importlib.import_module("operations.migrations.0005_roles")
    migration.fill(apps, SimpleNamespace(connection=connection))
    assert dict(Operation.objects.values_list("code", "public_revision")) == {
        public.code: 1,
        changed.code: 1,
        draft.code: None,
    }
