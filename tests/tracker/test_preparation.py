"""Every step of the preparation does nothing once it is done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User

from tests import factories
from tracker import preparation


class Calls(list[str]):
    """The commands that were called."""

    def __call__(self, name: str, *arguments: Any, **options: Any) -> None:
        self.append(name)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    made = Calls()
    monkeypatch.setattr(preparation, "call_command", made)
    return made


@pytest.mark.django_db
def test_the_first_administrator_gets_a_password_once() -> None:
    password = preparation.create_admin()
    assert password is not None
    assert User.objects.get(is_superuser=True).check_password(password)
    assert preparation.create_admin() is None


@pytest.mark.django_db
def test_no_administrator_is_made_beside_another_or_over_a_user_of_that_name() -> None:
    User.objects.create_user("admin")
    assert preparation.create_admin() is None
    User.objects.update(username="somebody", is_superuser=True)
    assert preparation.create_admin() is None


@pytest.mark.django_db
def test_data_are_loaded_only_into_an_empty_database(calls: Calls) -> None:
    preparation.load_data()
    assert calls == ["load_data"]
    factories.operation()
    preparation.load_data()
    assert calls == ["load_data"]


def test_the_daily_work_is_put_into_the_queue(calls: Calls) -> None:
    preparation.schedule_daily_work()
    assert calls == ["schedule"]


def test_static_files_are_collected_again_only_when_one_has_changed(
    calls: Calls, settings: LazySettings, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [source]
    source.mkdir()
    (source / "own.css").write_text("a {}")
    preparation.collect_static_files()
    preparation.collect_static_files()
    assert calls == ["collectstatic"]
    (source / "own.css").write_text("a { color: red }")
    preparation.collect_static_files()
    assert calls == ["collectstatic", "collectstatic"]
