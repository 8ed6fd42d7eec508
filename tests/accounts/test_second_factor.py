"""Nothing of the admin opens before the code, and each code opens it once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import factories

from . import desk
from .desk import CODE, LOG_IN, SET_UP, log_in, seated, shown, staff, text, with_app

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
CLOSED = (
    "/admin/",
    "/admin/operations/operation/",
    "/admin/operations/operation/add/",
    "/admin/auth/user/",
    "/admin/accounts/event/",
    "/admin/password_change/",
    "/admin/jsi18n/",
    "/admin/autocomplete/",
    "/admin/no-such-page/",
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor")]


@pytest.mark.parametrize("address", CLOSED)
@pytest.mark.parametrize("has_app", [True, False])
def test_with_the_password_alone_nothing_opens(address: str, *, has_app: bool) -> None:
    user = staff(is_superuser=True)
    if has_app:
        with_app(user)
    client = Client()
    log_in(client, "eve")
    for method in (client.get, client.post):
        response = method(address)
        assert response.status_code == 302, address
        assert response["Location"] == f"{LOG_IN}?next={address}"


@pytest.mark.parametrize("address", ["/admin/your-log-in/", desk.CODES])
def test_nor_do_the_pages_about_oneself(address: str) -> None:
    with_app(staff())
    client = Client()
    log_in(client, "eve")
    assert client.get(address)["Location"] == f"{CODE}?next={address}"
    assert client.post(address)["Location"] == f"{CODE}?next={address}"


def test_the_log_in_asks_for_the_password_and_then_for_the_code() -> None:
    device = with_app(staff(is_superuser=True))
    client = Client()
    wanted = "/admin/operations/source/"
    response = client.get(wanted, follow=True)
    assert response.redirect_chain == [(f"{LOG_IN}?next={wanted}", 302)]
    form = {"username": "eve", "password": desk.PASSWORD, "next": wanted}
    response = client.post(LOG_IN, form, follow=True)
    assert response.redirect_chain == [(f"{CODE}?next=%2Fadmin%2Foperations%2Fsource%2F", 302)]
    assert 'autocomplete="one-time-code"' in text(response)
    response = client.post(CODE, {"code": shown(device), "next": wanted})
    assert response["Location"] == wanted
    assert client.get(wanted).status_code == 200


def test_half_way_in_the_log_in_goes_on_with_the_code_or_the_setting_up() -> None:
    client = seated(with_app(staff()).user)
    assert client.get(LOG_IN)["Location"] == f"{CODE}?next=%2Fadmin%2F"
    client = seated(staff("bob"))
    assert client.get(LOG_IN)["Location"] == f"{CODE}?next=%2Fadmin%2F"
    assert client.get(CODE)["Location"] == f"{SET_UP}?next=%2Fadmin%2F"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_the_way_on_never_leads_elsewhere(elsewhere: str) -> None:
    device = with_app(staff())
    client = seated(device.user)
    response = client.post(CODE, {"code": shown(device), "next": elsewhere})
    assert response["Location"] == "/admin/"


def test_a_code_works_once() -> None:
    device = with_app(staff())
    with time_machine.travel(NOON, tick=False):
        code = shown(device)
        assert seated(device.user).post(CODE, {"code": code}).status_code == 302
        again = seated(device.user)
        response = again.post(CODE, {"code": code})
    assert response.status_code == 200
    assert "was used already" in text(response)
    assert not desk.let_in(again)


@pytest.mark.parametrize(
    ("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_clock_may_be_half_a_minute_off(steps: int, *, taken: bool) -> None:
    device = with_app(staff())
    # Halfway through a step, so that none begins while the test runs.
    with time_machine.travel(NOON + timedelta(seconds=15), tick=False):
        client = seated(device.user)
        client.post(CODE, {"code": shown(device, steps=steps)})
        assert desk.let_in(client) is taken


def test_a_clock_that_drifts_on_is_followed() -> None:
    device = with_app(staff())
    for minutes in range(3):
        with time_machine.travel(NOON + timedelta(days=minutes), tick=False):
            client = seated(device.user)
            client.post(CODE, {"code": shown(device, steps=minutes + 1)})
            assert desk.let_in(client)


@pytest.mark.parametrize("written", ["{} {}", "{}-{}", " {}{} ", "fullwidth"])
def test_a_code_may_be_typed_as_people_type(written: str) -> None:
    device = with_app(staff())
    code = shown(device)
    wide = code.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    typed = wide if written == "fullwidth" else written.format(code[:3], code[3:])
    client = seated(device.user)
    client.post(CODE, {"code": typed})
    assert desk.let_in(client)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３", "\0", "9" * 5000])
def test_what_is_no_code_is_named_and_not_counted(typed: str) -> None:
    client = seated(with_app(staff()).user)
    for _ in range(6):
        response = client.post(CODE, {"code": typed})
        assert response.status_code == 200
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_the_code_of_a_colleague_is_wrong() -> None:
    client = seated(with_app(staff()).user)
    client.post(CODE, {"code": shown(with_app(staff("bob")))})
    assert not desk.let_in(client)


def test_the_key_of_the_session_changes_with_each_step() -> None:
    device = with_app(staff())
    client = Client()
    log_in(client, "eve")
    half_way = client.cookies["sessionid"].value
    client.post(CODE, {"code": shown(device)})
    assert client.cookies["sessionid"].value != half_way
    old = Client()
    old.cookies["sessionid"] = half_way
    assert old.get(CODE)["Location"] == f"{LOG_IN}?next={CODE}"


def test_somebody_half_way_in_can_log_out() -> None:
    with_app(staff())
    client = Client()
    log_in(client, "eve")
    assert 'action="/admin/logout/"' in text(client.get(CODE))
    assert client.post("/admin/logout/").status_code == 200
    assert client.get(CODE)["Location"] == f"{LOG_IN}?next={CODE}"


def test_half_way_in_lasts_half_an_hour() -> None:
    device = with_app(staff())
    client = Client()
    with time_machine.travel(NOON, tick=False):
        log_in(client, "eve")
    with time_machine.travel(NOON + timedelta(minutes=31), tick=False):
        code = shown(device)
        assert client.post(CODE, {"code": code})["Location"] == f"{LOG_IN}?next={CODE}"


def test_no_list_of_what_there_is_is_shown_half_way() -> None:
    with_app(staff(is_superuser=True))
    client = Client()
    log_in(client, "eve")
    assert "/admin/operations/" not in text(client.get(CODE))


@pytest.mark.parametrize("address", [CODE, SET_UP, desk.RECOVERY, desk.CODES])
def test_an_outsider_is_sent_to_the_log_in(address: str) -> None:
    reader = seated(factories.user("reader"))
    for client in (Client(), reader):
        assert client.get(address)["Location"] == f"{LOG_IN}?next={address}"
        assert client.post(address)["Location"] == f"{LOG_IN}?next={address}"


def test_where_it_is_off_the_password_is_enough(settings: object) -> None:
    settings.SECOND_FACTOR = False  # type: ignore[attr-defined]
    with_app(staff())
    client = Client()
    assert log_in(client, "eve")["Location"] == "/admin/"
    assert desk.let_in(client)
