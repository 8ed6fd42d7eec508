"""People of the staff, their browsers and their authenticator apps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import factories
from tracker.accounts import recovery, sessions

PASSWORD = "correct horse battery"
ROLES = ("Contributor", "Editor", "Administrator")
LOG_IN = "/admin/login/"
CODE = "/admin/second-factor/"
RECOVERY = "/admin/second-factor/recovery/"
SET_UP = "/admin/second-factor/set-up/"
CODES = "/admin/second-factor/codes/"


def group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]


def staff(name: str = "eve", role: str = "", **values: Any) -> User:
    user = factories.user(name, is_staff=True, **values)
    if role:
        user.groups.add(group(role))
    return user


def with_app(user: User) -> TOTPDevice:
    """The user with an authenticator app set up."""
    return TOTPDevice.objects.create(user=user, name="app", confirmed=True)


def shown(device: TOTPDevice, *, steps: int = 0) -> str:
    """What the app shows, now or some steps of thirty seconds away."""
    return f"{totp(device.bin_key, drift=steps):06d}"


def codes_of(user: User) -> list[str]:
    return recovery.make(user)


def seated(user: User) -> Client:
    """A browser in which the user has logged in, as far as the password goes."""
    client = Client()
    client.force_login(user)
    return client


def log_in(client: Client, name: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post(LOG_IN, {"username": name, "password": password}, **more)


def verified(user: User, device: TOTPDevice) -> Client:
    """A browser in which both password and code have been given."""
    client = seated(user)
    assert client.post(CODE, {"code": shown(device)}).status_code == 302
    # The code is used up; tests give others without waiting half a minute.
    TOTPDevice.objects.update(last_t=-1)
    return client


def let_in(client: Client) -> bool:
    """Whether the admin's first page opens."""
    return client.get("/admin/").status_code == 200


def text(response: Any) -> str:
    page: str = response.content.decode()
    return page


def sessions_end(user: User) -> None:
    """As when they run out."""
    assert sessions.end_all(user) > 0
