"""Whoever owns an account hears by mail when its protection changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from tracker.accounts import events

from . import desk
from .desk import staff, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.MAIL_CONFIGURED = True


def told() -> list[list[str]]:
    return sorted(message.to for message in mail.outbox)


@pytest.mark.parametrize(
    ("page", "said"),
    [("link", "one-time link made"), ("second-factor", "second factor reset")],
)
def test_what_an_administrator_does_to_a_log_in_is_told_to_its_owner(
    administrator: Client, page: str, said: str
) -> None:
    bob = staff("bob", "Editor", email="bob@example.org")
    with_app(bob)
    administrator.post(f"/admin/auth/user/{bob.pk}/{page}/")
    assert told() == [["bob@example.org"]]
    text = str(mail.outbox[0].body)
    assert f"The log-in of bob has changed: {said}." in text
    assert "By: ada." in text
    assert "password_reset" not in text


def test_another_address_is_told_to_the_one_before_too(administrator: Client) -> None:
    bob = staff("bob", "Editor", email="bob@example.org")
    form = {"email": "new@example.org", "is_active": "on", "first_name": "", "last_name": ""}
    form["role"] = str(desk.group("Editor").pk)
    administrator.post(f"/admin/auth/user/{bob.pk}/change/", form)
    assert User.objects.get(username="bob").email == "new@example.org"
    assert told() == [["bob@example.org"], ["new@example.org"]]


@pytest.mark.parametrize("kind", [events.Kind.SECOND_FACTOR_PASSED, events.Kind.RESET_ASKED])
def test_what_happens_every_day_is_not(kind: Any) -> None:
    staff(email="eve@example.org")
    events.record(kind, "eve", request=None)
    assert told() == []


def test_without_an_address_or_a_server_nothing_is_sent(settings: Any) -> None:
    staff()
    staff("bob", email="bob@example.org")
    events.record(events.Kind.PASSWORD_CHANGED, "eve", request=None)
    settings.MAIL_CONFIGURED = False
    events.record(events.Kind.PASSWORD_CHANGED, "bob", request=None)
    assert told() == []
