"""Who logged in is recorded, shown to administrators, and forgotten in time."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from tracker.accounts import events
from tracker.accounts.models import Event, Session

from . import desk
from .desk import log_in, seated, staff, text, with_app

pytestmark = pytest.mark.django_db


def test_log_in_log_out_and_failure_are_recorded_and_shown(administrator: Client) -> None:
    staff()
    client = Client(headers={"user-agent": "Firefox"}, REMOTE_ADDR="198.51.100.7")
    log_in(client, "eve", "wrong")
    log_in(client, "eve")
    client.post("/admin/logout/")
    log = AccessLog.objects.get(username="eve")
    assert (log.ip_address, log.user_agent) == ("198.51.100.7", "Firefox")
    assert log.logout_time is not None
    assert "198.51.100.7" in text(administrator.get("/admin/accounts/login/"))
    assert "198.51.100.7" in text(administrator.get("/admin/accounts/failedlogin/"))


def test_a_lock_out_is_recorded(administrator: Client) -> None:
    client = Client()
    for _ in range(5):
        log_in(client, "nobody", "wrong")
    locked = AccessFailureLog.objects.order_by("pk").values_list("locked_out", flat=True)
    assert list(locked) == [False] * 4 + [True]
    page = administrator.get("/admin/accounts/failedlogin/?locked_out__exact=1")
    assert text(page).count("icon-yes.svg") == 1


@pytest.mark.usefixtures("second_factor")
def test_nothing_that_was_typed_is_kept_but_the_name() -> None:
    with_app(staff())
    client = Client()
    log_in(client, "eve", "secret-typed-password")
    log_in(client, "eve")
    client.post(desk.CODE, {"code": "135790"})
    kept = " ".join(
        str(value)
        for rows in (AccessAttempt, AccessFailureLog, Event)
        for row in rows.objects.values()
        for value in row.values()
    )
    assert "eve" in kept
    assert "secret-typed-password" not in kept
    assert "135790" not in kept


@pytest.mark.parametrize("name", ["login", "failedlogin", "event"])
def test_records_are_only_read(name: str) -> None:
    root = seated(staff("root", is_superuser=True))
    client = Client()
    log_in(client, "root", "wrong")
    events.record(events.Kind.PASSWORD_CHANGED, "root", request=None)
    model = {"login": AccessLog, "failedlogin": AccessFailureLog, "event": Event}[name]
    pk = model.objects.latest("pk").pk
    address = f"/admin/accounts/{name}/"
    assert root.get(f"{address}{pk}/change/").status_code == 200
    assert root.get(f"{address}add/").status_code == 403
    assert root.post(f"{address}{pk}/change/", {"username": "x"}).status_code == 403
    assert root.post(f"{address}{pk}/delete/", {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=pk).exists()


@pytest.mark.parametrize("query", ["?q=eve", "?q=198.51", "?q=%00", "?q=名"])
@pytest.mark.parametrize("name", ["login", "failedlogin", "event"])
def test_records_are_searched(administrator: Client, name: str, query: str) -> None:
    assert administrator.get(f"/admin/accounts/{name}/{query}").status_code == 200


def test_old_records_and_ended_sessions_are_purged() -> None:
    user = staff()
    client = Client()
    log_in(client, "eve", "wrong")
    log_in(client, "eve", "wrong", REMOTE_ADDR="198.51.100.7")
    log_in(client, "eve")
    events.record(events.Kind.PASSWORD_CHANGED, "eve", request=None)
    seated(user)
    now = timezone.now()
    assert events.purge(now + timedelta(minutes=29)) == 0
    # The failures that count, then what ends after hours, then what is kept for ninety days.
    assert events.purge(now + timedelta(minutes=31)) == 1
    assert not AccessAttempt.objects.exists()
    assert events.purge(now + timedelta(hours=5)) == 2
    assert not Session.objects.exists()
    assert events.purge(now + timedelta(days=89)) == 0
    assert events.purge(now + timedelta(days=91)) == 5
    for rows in (AccessLog, AccessFailureLog, Event):
        assert not rows.objects.exists()


def test_a_command_purges_and_says_how_long_is_kept() -> None:
    event = events.record(events.Kind.PASSWORD_CHANGED, "eve", request=None)
    Event.objects.filter(pk=event.pk).update(at=timezone.now() - timedelta(days=91))
    out = StringIO()
    call_command("purge_log_in_events", stdout=out)
    assert out.getvalue() == "1 rows deleted; records of log-in are kept for 90 days.\n"


@pytest.mark.usefixtures("second_factor")
def test_a_command_lets_somebody_back_in_who_has_lost_everything() -> None:
    user = staff()
    client = desk.verified(user, with_app(user))
    out = StringIO()
    call_command("reset_second_factor", "eve", stdout=out)
    assert out.getvalue() == "eve sets up the second factor anew at the next log-in.\n"
    assert not desk.let_in(client)
    again = seated(user)
    assert again.get(desk.SET_UP).status_code == 200
    event = Event.objects.get(kind="second_factor_reset")
    assert (event.username, event.by, event.address) == ("eve", "(server)", None)
    call_command("reset_second_factor", "eve", stdout=out)
    assert out.getvalue().endswith("eve has no second factor.\n")


def test_the_command_names_a_user_that_there_is_not() -> None:
    with pytest.raises(CommandError, match="There is no user “nobody”"):
        call_command("reset_second_factor", "nobody")


def test_a_lock_out_is_lifted_on_the_server() -> None:
    staff()
    client = Client()
    for _ in range(5):
        log_in(client, "eve", "wrong")
    call_command("axes_reset_username", "eve", stdout=StringIO())
    assert log_in(client, "eve").status_code == 302
