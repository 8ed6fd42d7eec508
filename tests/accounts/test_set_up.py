"""Setting up the app, changing it, and the proof that comes before the change."""

from __future__ import annotations

import re
from base64 import b32decode
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.admin.test_policy import INLINE, SCRIPT
from tracker.accounts import recovery
from tracker.accounts.models import Event, RecoveryDevice

from . import desk
from .desk import CODE, LOG_IN, SET_UP, log_in, seated, shown, staff, text, verified, with_app

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PROVE = "/admin/second-factor/prove/device/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor")]


def key_of(page: str) -> bytes:
    """The key as a person would type it into an app."""
    found = re.search(r'<code class="key"[^>]*>([A-Z2-7 ]+)</code>', page)
    assert found is not None
    return b32decode(found[1].replace(" ", ""))


def code_for(key: bytes) -> str:
    return f"{totp(key):06d}"


def prove(client: Client, password: str = desk.PASSWORD, code: str = "") -> int:
    return client.post(PROVE, {"password": password, "code": code}).status_code


def test_whoever_has_no_app_is_led_to_set_one_up_before_anything_else() -> None:
    staff()
    client = Client()
    page = client.post(LOG_IN, {"username": "eve", "password": desk.PASSWORD}, follow=True)
    assert page.redirect_chain[-1] == (f"{SET_UP}?next=%2Fadmin%2F", 302)
    key = key_of(text(page))
    assert re.search(r">([A-Z2-7]{4} ){7}[A-Z2-7]{4}</code>", text(page))
    assert "<svg" in text(page)
    assert not desk.let_in(client)
    done = client.post(SET_UP, {"code": code_for(key)})
    codes = re.findall(r"<li><code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</code>", text(done))
    assert len(set(codes)) == recovery.NUMBER == 10
    assert desk.let_in(client)


def test_the_page_keeps_the_policy_and_is_not_stored() -> None:
    response = seated(staff()).get(SET_UP)
    assert SCRIPT.findall(text(response)) == []
    assert INLINE.findall(text(response)) == []
    assert "no-store" in response["Cache-Control"]


def test_the_key_stays_the_same_until_it_is_confirmed() -> None:
    client = seated(staff())
    key = key_of(text(client.get(SET_UP)))
    wrong = client.post(SET_UP, {"code": "000000"})
    assert "This is not the code for the key shown here" in text(wrong)
    assert key_of(text(wrong)) == key
    assert not TOTPDevice.objects.exists()


def test_a_key_that_somebody_else_saw_is_not_offered_again() -> None:
    user = staff()
    seen = key_of(text(seated(user).get(SET_UP)))
    assert key_of(text(seated(user).get(SET_UP))) != seen


def test_the_code_that_confirmed_the_app_is_used_up() -> None:
    user = staff()
    client = seated(user)
    with time_machine.travel(NOON, tick=False):
        code = code_for(key_of(text(client.get(SET_UP))))
        client.post(SET_UP, {"code": code})
        again = seated(user)
        again.post(CODE, {"code": code})
        assert not desk.let_in(again)


def test_the_codes_are_shown_once_and_stored_as_hashes() -> None:
    client = seated(staff())
    key = key_of(text(client.get(SET_UP)))
    page = text(client.post(SET_UP, {"code": code_for(key)}))
    code = re.findall(r"<li><code>([a-z2-9-]{14})</code>", page)[0].replace("-", "")
    stored = {token.token for token in RecoveryDevice.objects.get().token_set.all()}
    assert len(stored) == 10
    assert code not in stored
    assert client.get(SET_UP)["Location"] == PROVE
    again = client.post(SET_UP, {"code": code_for(key)})
    assert again["Location"] == PROVE


def test_setting_up_ends_the_other_sessions() -> None:
    user = staff()
    other = seated(user)
    client = seated(user)
    client.post(SET_UP, {"code": code_for(key_of(text(client.get(SET_UP))))})
    assert other.get(SET_UP)["Location"] == f"{LOG_IN}?next={SET_UP}"
    assert desk.let_in(client)


def test_half_way_in_nobody_sets_up_another_app() -> None:
    with_app(staff())
    client = Client()
    log_in(client, "eve")
    assert client.get(SET_UP)["Location"] == CODE
    assert client.post(SET_UP, {"code": "000000"})["Location"] == CODE
    assert client.get(PROVE)["Location"] == f"{CODE}?next={PROVE}"


def test_another_app_takes_password_and_code_again() -> None:
    device = with_app(staff())
    client = verified(device.user, device)
    assert client.get(SET_UP)["Location"] == PROVE
    assert prove(client, "wrong", shown(device)) == 200
    assert prove(client, code="000000") == 200
    assert client.get(SET_UP)["Location"] == PROVE
    device.refresh_from_db()
    device.throttle_reset()
    assert client.post(PROVE, {"password": desk.PASSWORD, "code": shown(device)})["Location"] == (
        SET_UP
    )
    key = key_of(text(client.get(SET_UP)))
    client.post(SET_UP, {"code": code_for(key)})
    assert TOTPDevice.objects.get().bin_key == key != device.bin_key
    assert desk.let_in(client)
    old = seated(device.user)
    old.post(CODE, {"code": shown(device, steps=1)})
    assert not desk.let_in(old)


def test_a_recovery_code_proves_too_for_whoever_lost_the_device() -> None:
    device = with_app(staff())
    client = verified(device.user, device)
    code = desk.codes_of(device.user)[0]
    assert prove(client, code=code) == 302
    assert client.get(SET_UP).status_code == 200
    assert recovery.left(device.user) == 9


def test_the_proof_lasts_ten_minutes() -> None:
    device = with_app(staff())
    with time_machine.travel(NOON, tick=False):
        client = verified(device.user, device)
        assert prove(client, code=shown(device)) == 302
    with time_machine.travel(NOON + timedelta(minutes=9), tick=False):
        assert client.get(SET_UP).status_code == 200
    with time_machine.travel(NOON + timedelta(minutes=11), tick=False):
        assert client.get(SET_UP)["Location"] == PROVE


def test_wrong_proofs_lock() -> None:
    device = with_app(staff())
    client = verified(device.user, device)
    assert [prove(client, "wrong", "123456") for _ in range(6)] == [200] * 4 + [429] * 2


def test_it_is_all_recorded() -> None:
    client = seated(staff())
    client.post(SET_UP, {"code": "000000"})
    client.post(SET_UP, {"code": code_for(key_of(text(client.get(SET_UP))))})
    kinds = Event.objects.order_by("pk").values_list("kind", "username", "by", "address")
    assert list(kinds) == [
        ("second_factor_failed", "eve", "", "127.0.0.1"),
        ("second_factor_set_up", "eve", "", "127.0.0.1"),
    ]
    assert TOTPDevice.objects.count() == 1
