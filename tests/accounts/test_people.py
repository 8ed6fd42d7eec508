"""Administrators invite, give roles and deactivate; nobody raises themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tracker.accounts import second_factor
from tracker.accounts.models import Event, Session

from . import desk
from .desk import seated, staff, text, with_app

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
ADD = "/admin/auth/user/add/"
LIST = "/admin/auth/user/"
NEW = "a quite different horse"

pytestmark = pytest.mark.django_db


def page(user: User, name: str = "change") -> str:
    return f"{LIST}{user.pk}/{name}/"


def form(user: User | None = None, *, role: str = "Editor", **values: Any) -> dict[str, Any]:
    """The form as a browser would send it."""
    filled = {"first_name": "", "last_name": "", "email": user.email if user else ""}
    filled["role"] = str(desk.group(role).pk) if role else ""
    if user is None:
        filled["username"] = "newcomer"
    elif user.is_active:
        filled["is_active"] = "on"
    return {k: v for k, v in {**filled, **values}.items() if v is not None}


def role_of(user: User) -> list[str]:
    return sorted(user.groups.values_list("name", flat=True))


def test_a_colleague_is_invited_by_a_link_and_sets_the_password(administrator: Client) -> None:
    response = administrator.post(ADD, form(email="new@example.org"))
    user = User.objects.get(username="newcomer")
    assert (user.is_staff, user.is_superuser, user.is_active) == (True, False, True)
    assert (role_of(user), user.has_usable_password()) == (["Editor"], False)
    assert response["Location"] == page(user, "link")
    assert "http://testserver/admin/password_reset/" not in text(
        administrator.get(page(user, "link"))
    )
    answer = text(administrator.post(page(user, "link")))
    found = re.search(r"http://testserver(/admin/password_reset/[^<]+)</code>", answer)
    assert found is not None
    client = Client()
    where = client.get(found[1], follow=True).redirect_chain[-1][0]
    client.post(where, {"new_password1": NEW, "new_password2": NEW})
    assert desk.log_in(client, "newcomer", NEW).status_code == 302
    assert desk.let_in(client)
    kinds = Event.objects.order_by("pk").values_list("kind", "username", "by", "note")
    assert list(kinds) == [
        ("user_added", "newcomer", "ada", "Editor"),
        ("link_made", "newcomer", "ada", ""),
        ("password_reset", "newcomer", "", ""),
    ]


def test_a_link_that_was_handed_over_lasts_two_days(administrator: Client) -> None:
    user = staff("bob")
    with time_machine.travel(NOON, tick=False):
        answer = text(seated(User.objects.get(username="ada")).post(page(user, "link")))
    path = re.findall(r"http://testserver(/admin/password_reset/[^<]+)</code>", answer)[0]
    for hours, opens in ((47, True), (49, False)):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            opened = Client().get(path, follow=True)
        assert ('name="new_password1"' in text(opened)) is opens


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"username": ""}, "This field is required."),
        ({"username": "BOB"}, "Somebody has this name already."),
        ({"username": "two words"}, "Enter a valid username."),
        ({"email": "Bob@Example.org"}, "Somebody else has this address."),
        ({"email": "bob"}, "Enter a valid email address."),
        ({"role": ""}, "Choose a role."),
        ({"role": "999999"}, "Select a valid choice."),
    ],
)
def test_a_mistake_is_named_and_nobody_is_added(
    administrator: Client, values: dict[str, Any], said: str
) -> None:
    staff("bob", email="bob@example.org")
    response = administrator.post(ADD, form(**values))
    assert response.status_code == 200
    assert said in text(response)
    assert set(User.objects.values_list("username", flat=True)) == {"ada", "bob"}


def test_no_page_shows_or_takes_a_password(administrator: Client) -> None:
    user = staff("bob", "Editor")
    for address in (ADD, page(user)):
        shown = text(administrator.get(address))
        assert 'type="password"' not in shown
        assert user.password not in shown
    assert administrator.get(page(user, "password")).status_code in {302, 404}
    administrator.post(page(user, "password"), {"password1": NEW, "password2": NEW})
    administrator.post(page(user), form(user, password=NEW, password1=NEW, password2=NEW))
    user.refresh_from_db()
    assert user.check_password(desk.PASSWORD)


def test_another_role_is_recorded_and_ends_the_sessions(administrator: Client) -> None:
    user = staff("bob", "Contributor")
    client = seated(user)
    administrator.post(page(user), form(user, role="Editor"))
    assert role_of(user) == ["Editor"]
    assert not desk.let_in(client)
    event = Event.objects.get()
    assert (event.kind, event.username, event.by) == ("role_changed", "bob", "ada")
    assert event.note == "Contributor → Editor"


def test_another_name_or_address_leaves_the_sessions_alone(administrator: Client) -> None:
    user = staff("bob", "Editor")
    client = seated(user)
    administrator.post(page(user), form(user, first_name="Robert", email="bob@example.org"))
    user.refresh_from_db()
    assert (user.first_name, user.email) == ("Robert", "bob@example.org")
    assert desk.let_in(client)
    assert Event.objects.get().kind == "address_changed"


def test_groups_that_are_no_roles_stay(administrator: Client) -> None:
    user = staff("bob", "Contributor")
    user.groups.add(desk.group("Translators"))
    administrator.post(page(user), form(user, role="Editor"))
    assert role_of(user) == ["Editor", "Translators"]


def test_somebody_who_leaves_is_deactivated_and_may_come_back(administrator: Client) -> None:
    user = staff("bob", "Editor")
    client = seated(user)
    administrator.post(page(user), form(user, is_active=None))
    user.refresh_from_db()
    assert not user.is_active
    assert not desk.let_in(client)
    assert not Session.objects.filter(account_id=user.pk).exists()
    assert desk.log_in(Client(), "bob").status_code == 200
    assert "is deactivated and cannot log in" in text(administrator.post(page(user, "link")))
    administrator.post(page(user), form(user, is_active="on"))
    assert desk.log_in(Client(), "bob").status_code == 302
    kinds = Event.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["deactivated", "activated"]


def test_nobody_is_deleted(administrator: Client) -> None:
    root = seated(staff("root", is_superuser=True))
    user = staff("bob", "Editor")
    for client in (administrator, root):
        assert client.get(page(user, "delete")).status_code == 403
        assert client.post(page(user, "delete"), {"post": "yes"}).status_code == 403
        action = {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"}
        client.post(LIST, action)
    assert User.objects.filter(username="bob").exists()


def test_nobody_raises_or_deactivates_themselves(administrator: Client) -> None:
    ada = User.objects.get()
    answer = administrator.post(
        page(ada), form(ada, role="Contributor", is_active=None, is_superuser="on", last_name="L")
    )
    assert answer.status_code == 302
    ada.refresh_from_db()
    assert (ada.last_name, ada.is_active, ada.is_superuser) == ("L", True, False)
    assert role_of(ada) == ["Administrator"]


def test_only_superusers_make_superusers(administrator: Client) -> None:
    user = staff("bob", "Editor")
    administrator.post(page(user), form(user, is_superuser="on"))
    assert not User.objects.get(username="bob").is_superuser
    root = seated(staff("root", is_superuser=True))
    root.post(page(user), form(user, is_superuser="on"))
    assert User.objects.get(username="bob").is_superuser
    assert Event.objects.get().note == "Editor → superuser"


@pytest.mark.parametrize("change", [{"role": "Editor"}, {"is_active": None}])
def test_the_last_administrator_stays_one(change: dict[str, Any]) -> None:
    # Somebody who looks after users by a permission of their own, without the role.
    keeper = staff("keeper", "Editor")
    keeper.user_permissions.set(Permission.objects.filter(codename="change_user"))
    ada = staff("ada", "Administrator")
    staff("gone", "Administrator", is_active=False)
    client = seated(keeper)
    wanted = {"role": "Administrator", **change}
    answer = client.post(page(ada), form(ada, **wanted))
    assert "ada is the last administrator" in text(answer)
    ada.refresh_from_db()
    assert (role_of(ada), ada.is_active) == (["Administrator"], True)
    staff("second", "Administrator")
    assert client.post(page(ada), form(ada, **wanted)).status_code == 302


def test_a_colleagues_second_factor_is_reset_and_recorded(
    administrator: Client, second_factor: None
) -> None:
    ada = User.objects.get()
    administrator = desk.verified(ada, with_app(ada))
    user = staff("bob", "Editor")
    device = with_app(user)
    codes = desk.codes_of(user)
    client = desk.verified(user, device)
    assert "Make sure by voice" in text(administrator.get(page(user, "second-factor")))
    assert desk.let_in(client)
    answer = administrator.post(page(user, "second-factor"), follow=True)
    assert "The second factor of bob is reset" in text(answer)
    assert client.get(desk.CODE)["Location"] == f"{desk.LOG_IN}?next={desk.CODE}"
    again = seated(user)
    assert again.get(desk.CODE)["Location"].startswith(desk.SET_UP)
    again.post(desk.RECOVERY, {"code": codes[0]})
    assert not desk.let_in(again)
    event = Event.objects.get(kind="second_factor_reset")
    assert (event.username, event.by) == ("bob", "ada")
    assert "There is no second factor of bob to reset" in text(
        administrator.post(page(user, "second-factor"), follow=True)
    )


def test_never_ones_own_and_the_page_offers_it_not(administrator: Client) -> None:
    ada = User.objects.get()
    device = with_app(ada)
    assert page(ada, "second-factor") not in text(administrator.get(page(ada)))
    for name in ("second-factor", "link"):
        assert administrator.post(page(ada, name)).status_code == 403
    assert second_factor.device_of(ada) == device


def test_the_list_shows_role_and_second_factor(administrator: Client) -> None:
    with_app(staff("bob", "Editor"))
    shown = text(administrator.get(LIST))
    row = re.search(r"<tr>(?:(?!</tr>).)*bob.*?</tr>", shown, re.DOTALL)
    assert row is not None
    assert "Editor" in row[0]
    assert 'field-app"><img src="/static/admin/img/icon-yes.svg" alt="True"' in row[0]


def test_the_list_asks_as_often_for_many_as_for_few(administrator: Client) -> None:
    staff("bob", "Editor")
    with CaptureQueriesContext(connection) as few:
        administrator.get(LIST)
    for number in range(20):
        staff(f"colleague-{number}", "Editor")
    with CaptureQueriesContext(connection) as many:
        administrator.get(LIST)
    assert len(many) == len(few)


def test_groups_and_devices_have_no_pages_of_their_own() -> None:
    root = seated(staff("root", is_superuser=True))
    for path in ("auth/group", "otp_totp/totpdevice", "otp_static/staticdevice", "axes/accesslog"):
        assert root.get(f"/admin/{path}/").status_code == 404
