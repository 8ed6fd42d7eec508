"""A session ends by itself, with the browser, and when what it stands on changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http.cookies import Morsel

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.test import Client

from tracker.accounts.models import LogIn, Session

from . import desk
from .desk import log_in, seated, staff

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def opens_after(client: Client, after: timedelta) -> bool:
    with time_machine.travel(NOON + after, tick=False):
        return desk.let_in(client)


@pytest.fixture
def at_noon() -> Client:
    staff()
    client = Client()
    with time_machine.travel(NOON, tick=False):
        log_in(client, "eve")
    return client


def test_without_use_a_session_lasts_four_hours(at_noon: Client) -> None:
    assert not opens_after(at_noon, timedelta(hours=4, seconds=1))


def test_use_prolongs_it(at_noon: Client) -> None:
    for hours in (3, 6, 9):
        assert opens_after(at_noon, timedelta(hours=hours))


def test_after_a_long_working_day_it_ends_all_the_same(at_noon: Client) -> None:
    for hours in (3, 6, 9, 12):
        assert opens_after(at_noon, timedelta(hours=hours))
    assert not opens_after(at_noon, timedelta(hours=14, seconds=1))


def test_using_it_is_written_down_once_a_minute(at_noon: Client) -> None:
    for seconds in (10, 59):
        opens_after(at_noon, timedelta(seconds=seconds))
    assert Session.objects.get().get_decoded()["seen"] == int(NOON.timestamp())
    opens_after(at_noon, timedelta(seconds=61))
    assert Session.objects.get().get_decoded()["seen"] == int(NOON.timestamp()) + 61


def test_every_cookie_ends_with_the_browser_and_stays_in_the_admin(settings: object) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True  # type: ignore[attr-defined]
    staff()
    client = Client()
    client.get(desk.LOG_IN)
    log_in(client, "eve")
    session, csrf = (client.cookies[name] for name in ("sessionid", "csrftoken"))
    for cookie in (session, csrf):
        assert (cookie["path"], cookie["samesite"]) == ("/admin/", "Lax")
        assert cookie["secure"] is cookie["httponly"] is True
    assert ends_with_the_browser(session)
    assert client.cookies.keys() == {"sessionid", "csrftoken"}


def ends_with_the_browser(cookie: Morsel[str]) -> bool:
    return (cookie["max-age"], cookie["expires"]) == ("", "")


def test_a_message_needs_no_cookie_of_its_own() -> None:
    client = seated(staff(is_superuser=True))
    form = {"username": "bob", "first_name": "", "last_name": "", "email": ""}
    form["role"] = str(desk.group("Editor").pk)
    assert client.post("/admin/auth/user/add/", form).status_code == 302
    assert client.cookies.keys() <= {"sessionid", "csrftoken"}


def test_a_new_password_ends_every_other_session() -> None:
    user = staff()
    here, elsewhere = seated(user), seated(user)
    new = "a quite different horse"
    form = {"old_password": desk.PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/admin/password_change/", form).status_code == 302
    assert desk.let_in(here)
    assert not desk.let_in(elsewhere)
    assert Session.objects.filter(account_id=user.pk).count() == 1


def test_log_in_ends_with_a_post_only() -> None:
    client = seated(staff())
    assert client.get("/admin/logout/").status_code == 405
    assert desk.let_in(client)
    assert client.post("/admin/logout/").status_code == 200
    assert not desk.let_in(client)
    assert not Session.objects.exclude(account_id=None).exists()


def test_the_record_of_a_log_in_gets_its_log_out_also_after_the_key_has_changed() -> None:
    staff()
    client = Client()
    log_in(client, "eve")
    new = "a quite different horse"
    form = {"old_password": desk.PASSWORD, "new_password1": new, "new_password2": new}
    client.post("/admin/password_change/", form)
    client.post("/admin/logout/")
    assert LogIn.objects.get().logout_time is not None


def test_whoever_is_deactivated_is_out_at_once() -> None:
    user = staff()
    client = seated(user)
    User.objects.update(is_active=False)
    assert not desk.let_in(client)


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/login/", "/admin/password_change/", "/admin/no-such-page"]
)
def test_no_page_of_the_admin_is_kept_by_a_browser(address: str) -> None:
    user = staff()
    user.user_permissions.set(Permission.objects.filter(codename="view_operation"))
    assert "no-store" in seated(user).get(address)["Cache-Control"]


def test_readers_are_left_alone(client: Client) -> None:
    response = client.get("/about/")
    assert "no-store" not in response.get("Cache-Control", "")
    assert not response.cookies
    assert not Session.objects.exists()
