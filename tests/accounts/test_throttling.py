"""Guessing is slow, whatever is guessed, and the page says for how long."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.test import Client

from tests import factories

from . import desk
from .desk import CODE, log_in, shown, staff, text, with_app

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # in Hong Kong

pytestmark = pytest.mark.django_db


def fail(client: Client, name: str, times: int, **more: str) -> list[int]:
    return [log_in(client, name, "wrong", **more).status_code for _ in range(times)]


def test_the_fifth_wrong_password_locks_the_name_at_this_address() -> None:
    staff()
    client = Client()
    assert fail(client, "eve", 6) == [200, 200, 200, 200, 429, 429]
    assert log_in(client, "eve").status_code == 429
    assert not desk.let_in(client)


def test_the_page_says_how_long_to_people_and_to_programs() -> None:
    staff()
    client = Client()
    with time_machine.travel(NOON, tick=False):
        fail(client, "eve", 5)
    with time_machine.travel(NOON + timedelta(minutes=10), tick=False):
        response = log_in(client, "eve")
    assert response.status_code == 429
    assert response["Retry-After"] == str(20 * 60)
    assert "no-store" in response["Cache-Control"]
    assert "after 12:30 Hong Kong time, in 20 minutes" in text(response)
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_trying_on_does_not_make_the_wait_longer() -> None:
    staff()
    client = Client()
    with time_machine.travel(NOON, tick=False):
        fail(client, "eve", 5)
    with time_machine.travel(NOON + timedelta(minutes=29), tick=False):
        assert fail(client, "eve", 3) == [429, 429, 429]
    with time_machine.travel(NOON + timedelta(minutes=31), tick=False):
        assert log_in(client, "eve").status_code == 302


def test_the_same_name_elsewhere_and_other_names_here_are_not_locked() -> None:
    staff()
    staff("bob")
    client = Client()
    fail(client, "eve", 5)
    assert log_in(Client(), "eve", REMOTE_ADDR="198.51.100.7").status_code == 302
    assert log_in(client, "bob").status_code == 302


def test_an_address_that_tries_name_after_name_is_locked_for_every_name() -> None:
    staff()
    client = Client()
    codes = [log_in(client, f"guess-{n}", "wrong").status_code for n in range(25)]
    assert codes == [200] * 24 + [429]
    assert log_in(client, "eve").status_code == 429
    assert log_in(Client(), "eve", REMOTE_ADDR="198.51.100.7").status_code == 302


def test_a_lock_of_the_name_is_not_told_longer_because_of_a_colleague() -> None:
    staff()
    client = Client()
    with time_machine.travel(NOON, tick=False):
        fail(client, "eve", 5)
    with time_machine.travel(NOON + timedelta(minutes=20), tick=False):
        fail(client, "bob", 1)
        assert log_in(client, "eve")["Retry-After"] == str(10 * 60)


def test_success_forgets_the_failures_of_this_name() -> None:
    staff()
    client = Client()
    fail(client, "eve", 4)
    assert log_in(client, "eve").status_code == 302
    assert fail(client, "eve", 4) == [200] * 4


def test_success_of_one_name_does_not_forget_guesses_at_others() -> None:
    staff()
    client = Client()
    for n in range(24):
        log_in(client, f"guess-{n}", "wrong")
    assert log_in(client, "eve").status_code == 302
    assert fail(client, "guess-0", 1) == [429]


@pytest.mark.usefixtures("second_factor")
def test_wrong_codes_lock_like_wrong_passwords() -> None:
    user = staff()
    with_app(user)
    client = Client()
    log_in(client, "eve")
    codes = [client.post(CODE, {"code": "000000"}).status_code for _ in range(6)]
    assert codes == [200, 200, 200, 200, 429, 429]


@pytest.mark.usefixtures("second_factor")
def test_while_locked_not_even_the_right_code_is_taken() -> None:
    device = with_app(staff())
    client = Client()
    log_in(client, "eve")
    for _ in range(5):
        client.post(CODE, {"code": "000000"})
    device.refresh_from_db()
    device.throttle_reset()
    assert client.post(CODE, {"code": shown(device)}).status_code == 429
    assert not desk.let_in(client)


@pytest.mark.usefixtures("second_factor")
def test_the_password_between_guesses_at_the_code_sets_nothing_back() -> None:
    with_app(staff())
    client = Client()
    answers = []
    for _ in range(3):
        answers.append(log_in(client, "eve").status_code)
        answers += [client.post(CODE, {"code": "000000"}).status_code for _ in range(2)]
    assert answers == [302, 200, 200, 302, 200, 200, 302, 429, 429]


@pytest.mark.usefixtures("second_factor")
def test_from_many_addresses_the_device_itself_slows_guesses_down() -> None:
    device = with_app(staff())
    for minute in range(8):
        with time_machine.travel(NOON + timedelta(minutes=3 * minute), tick=False):
            client = Client(REMOTE_ADDR=f"198.51.100.{minute}")
            log_in(client, "eve")
            assert client.post(CODE, {"code": "000000"}).status_code == 200
    for seconds, opens in ((60, False), (130, True)):
        with time_machine.travel(NOON + timedelta(minutes=21, seconds=seconds), tick=False):
            answer = client.post(CODE, {"code": shown(device)})
            assert ("none is taken for a while: wait 68 seconds" in text(answer)) is not opens
            assert desk.let_in(client) is opens


def test_guessing_the_old_password_locks_too() -> None:
    client = desk.seated(staff())
    form = {"old_password": "wrong", "new_password1": "x", "new_password2": "x"}
    codes = [client.post("/admin/password_change/", form).status_code for _ in range(6)]
    assert codes == [200, 200, 200, 200, 429, 429]
    assert User.objects.get().check_password(desk.PASSWORD)


@pytest.mark.parametrize("name", ["eve", "nobody", "inactive", "reader"])
def test_every_refusal_reads_the_same(name: str) -> None:
    staff()
    staff("inactive", is_active=False)
    factories.user("reader")
    right = name in {"inactive", "reader"}
    response = log_in(Client(), name, desk.PASSWORD if right else "wrong")
    assert response.status_code == 200
    said = re.search(r'<p class="errornote">\s*(.*?)\s*</p>', text(response), re.DOTALL)
    assert said is not None
    assert said[1] == (
        "Please enter the correct username and password for a staff account. "
        "Note that both fields may be case-sensitive."
    )


@pytest.mark.parametrize("name", ["eve", "nobody", "inactive", "invited"])
def test_every_refusal_costs_one_hash(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    staff()
    staff("inactive", is_active=False)
    invited = staff("invited")
    invited.set_unusable_password()
    invited.save()
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        made: str = encode(self, password, salt)
        return made

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    assert log_in(Client(), name, "wrong").status_code == 200
    assert len(hashed) == 1


def test_a_lock_reads_the_same_for_a_name_that_nobody_has() -> None:
    staff()
    pages = []
    for name, address in (("eve", "198.51.100.1"), ("nobody", "198.51.100.2")):
        client = Client(REMOTE_ADDR=address)
        with time_machine.travel(NOON, tick=False):
            assert fail(client, name, 5)[-1] == 429
            pages.append(without_tokens(text(log_in(client, name))))
    assert pages[0] == pages[1]


def without_tokens(page: str) -> str:
    """The page without the tokens against forged forms, which are never the same twice."""
    found, count = re.subn(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", page)
    assert count
    return found


@pytest.mark.parametrize("name", ["\0", "a" * 5000, "名" * 150, "' OR 1=1 --"])
def test_ugly_names_are_only_wrong(name: str) -> None:
    assert log_in(Client(), name, "wrong").status_code == 200
