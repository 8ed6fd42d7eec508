"""Recovery codes: each works once, says how many are left, and can be replaced."""

from __future__ import annotations

import re

import pytest

from tracker.accounts import recovery
from tracker.accounts.models import Event, RecoveryDevice

from . import desk
from .desk import CODES, RECOVERY, codes_of, seated, shown, staff, text, verified, with_app

PROVE = "/admin/second-factor/prove/codes/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor")]


def test_a_recovery_code_works_once_and_says_how_many_are_left() -> None:
    user = with_app(staff()).user
    code = codes_of(user)[3]
    client = seated(user)
    page = client.post(RECOVERY, {"code": code}, follow=True)
    assert page.status_code == 200
    assert "That code is used up; 9 recovery codes are left." in text(page)
    again = seated(user)
    answer = again.post(RECOVERY, {"code": code})
    assert "This recovery code is wrong or was used already." in text(answer)
    assert not desk.let_in(again)


@pytest.mark.parametrize("change", [str.upper, lambda code: code.replace("-", " "), str.strip])
def test_a_recovery_code_may_be_typed_as_people_type(change: object) -> None:
    user = with_app(staff()).user
    client = seated(user)
    client.post(RECOVERY, {"code": f" {change(codes_of(user)[0])} "})  # type: ignore[operator]
    assert desk.let_in(client)


@pytest.mark.parametrize("typed", ["", "123456", "abcd-efgh", "abcd-efgh-jkmn-pqrs", "\0" * 12])
def test_what_is_no_recovery_code_is_named(typed: str) -> None:
    client = seated(with_app(staff()).user)
    answer = client.post(RECOVERY, {"code": typed})
    assert answer.status_code == 200
    assert 'class="errorlist"' in text(answer)
    assert not Event.objects.exists()


def test_the_code_of_a_colleague_is_wrong() -> None:
    code = codes_of(with_app(staff("bob")).user)[0]
    user = with_app(staff()).user
    codes_of(user)
    client = seated(user)
    client.post(RECOVERY, {"code": code})
    assert not desk.let_in(client)
    assert recovery.left(user) == 10


def test_a_hash_from_the_database_is_no_code() -> None:
    user = with_app(staff()).user
    codes_of(user)
    stored = RecoveryDevice.objects.get().token_set.first()
    assert stored is not None
    client = seated(user)
    client.post(RECOVERY, {"code": stored.token[:12]})
    assert not desk.let_in(client)


def test_new_codes_take_password_and_code_and_replace_the_old_ones() -> None:
    device = with_app(staff())
    old = codes_of(device.user)
    client = verified(device.user, device)
    assert client.get(CODES)["Location"] == PROVE
    assert client.post(CODES)["Location"] == PROVE
    answer = client.post(PROVE, {"password": desk.PASSWORD, "code": shown(device)})
    assert answer["Location"] == CODES
    assert "10 recovery codes are left." in text(client.get(CODES))
    new = re.findall(r"<li><code>([a-z2-9-]{14})</code>", text(client.post(CODES)))
    assert len(new) == 10
    assert not set(new) & set(old)
    assert client.post(CODES)["Location"] == PROVE
    for code, opens in ((old[0], False), (new[0], True)):
        fresh = seated(device.user)
        RecoveryDevice.objects.get().throttle_reset()
        fresh.post(RECOVERY, {"code": code})
        assert desk.let_in(fresh) is opens


def test_the_page_about_oneself_says_what_is_set_up() -> None:
    device = with_app(staff())
    codes_of(device.user)
    page = text(verified(device.user, device).get("/admin/your-log-in/"))
    assert "An app is set up since" in page
    assert "10 recovery codes are left." in page
    assert 'href="/admin/second-factor/set-up/"' in page
