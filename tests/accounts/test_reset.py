"""A forgotten password: the same answer for everybody, and a link for whoever has the mailbox."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tracker.accounts.models import Event

from . import desk
from .desk import seated, staff, text, with_app

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
ASK = "/admin/password_reset/"
DONE = "/admin/password_reset/done/"
NEW = "a quite different horse"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.MAIL_CONFIGURED = True


def ask(address: str, client: Client | None = None) -> Any:
    return (client or Client()).post(ASK, {"email": address})


def link() -> str:
    """The path of the link in the mail."""
    found = re.search(r"\shttp://testserver(/admin/password_reset/\S+)\s", str(mail.outbox[0].body))
    assert found is not None
    return found[1]


def use(path: str, password: str = NEW) -> Any:
    client = Client()
    form = client.get(path, follow=True)
    where = form.redirect_chain[-1][0] if form.redirect_chain else path
    return client.post(where, {"new_password1": password, "new_password2": password})


def test_a_link_is_mailed_and_sets_a_new_password() -> None:
    staff(email="eve@example.org")
    assert ask("Eve@Example.org")["Location"] == DONE
    assert mail.outbox[0].to == ["eve@example.org"]
    assert "eve" in mail.outbox[0].body
    assert use(link())["Location"] == "/admin/password_reset/complete/"
    assert User.objects.get().check_password(NEW)
    events = Event.objects.order_by("pk").values_list("kind", "username")
    assert list(events) == [("reset_asked", ""), ("password_reset", "eve")]


def test_the_log_in_page_leads_there() -> None:
    assert f'href="{ASK}"' in text(Client().get(desk.LOG_IN))


@pytest.mark.parametrize("address", ["nobody@example.org", "off@example.org", "reader@example.org"])
def test_for_others_the_answer_is_the_same_and_nothing_is_mailed(address: str) -> None:
    staff("off", email="off@example.org", is_active=False)
    factories.user("reader", email="reader@example.org")
    assert ask(address)["Location"] == DONE
    assert mail.outbox == []


def test_known_and_unknown_addresses_cost_the_same_work(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    staff(email="eve@example.org")
    asked = []
    for address in ("eve@example.org", "nobody@example.org"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = ask(address)
        shapes = [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]
        asked.append((response.status_code, response["Location"], shapes))
    assert asked[0] == asked[1]
    assert mail.outbox == []


def test_somebody_who_was_invited_and_never_came_gets_a_link_too() -> None:
    user = staff(email="eve@example.org")
    user.set_unusable_password()
    user.save()
    ask("eve@example.org")
    assert use(link()).status_code == 302
    assert User.objects.get().check_password(NEW)


def test_no_list_of_what_there_is_stands_beside_the_form() -> None:
    staff(email="eve@example.org")
    ask("eve@example.org")
    for page in (Client().get(ASK), Client().get(link(), follow=True)):
        assert "nav-sidebar" not in text(page)


def test_a_link_works_once() -> None:
    staff(email="eve@example.org")
    ask("eve@example.org")
    use(link())
    page = use(link(), "another horse entirely")
    assert "This link is wrong, too old, or was used already." in text(page)
    assert User.objects.get().check_password(NEW)


def test_a_link_lasts_an_hour() -> None:
    staff(email="eve@example.org")
    with time_machine.travel(NOON, tick=False):
        ask("eve@example.org")
    for minutes, opens in ((59, True), (61, False)):
        with time_machine.travel(NOON + timedelta(minutes=minutes), tick=False):
            page = Client().get(link(), follow=True)
        assert ('name="new_password1"' in text(page)) is opens


@pytest.mark.parametrize(
    "path", ["MQ/abc-def/", "!!!/abc/", "OTk5/set-password/", "MQ/set-password/"]
)
def test_a_link_that_was_never_made_opens_nothing(path: str) -> None:
    staff()
    page = Client().get(ASK + path)
    assert page.status_code == 200
    assert 'name="new_password1"' not in text(page)


def test_a_link_to_somebody_deactivated_since_opens_nothing() -> None:
    staff(email="eve@example.org")
    ask("eve@example.org")
    User.objects.update(is_active=False)
    assert 'name="new_password1"' not in text(Client().get(link(), follow=True))


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short horse", "at least 12 characters"),
        ("password1234", "too common"),
        ("evangeline2026", "too similar to the username"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(password: str, said: str) -> None:
    staff("evangeline", email="eve@example.org")
    ask("eve@example.org")
    assert said in text(use(link(), password))
    assert User.objects.get().check_password(desk.PASSWORD)


@pytest.mark.parametrize(
    "password", ["nothing but letters", "長長的密碼只有漢字而已呀哈", "7391 8264 5509"]
)
def test_which_signs_a_password_is_made_of_is_nobodys_business(password: str) -> None:
    staff(email="eve@example.org")
    ask("eve@example.org")
    assert use(link(), password).status_code == 302


def test_a_new_password_ends_every_session() -> None:
    user = staff(email="eve@example.org")
    client = seated(user)
    ask("eve@example.org")
    use(link())
    assert not desk.let_in(client)


@pytest.mark.usefixtures("second_factor")
def test_the_second_factor_stays_and_nobody_is_logged_in() -> None:
    device = with_app(staff(email="eve@example.org"))
    ask("eve@example.org")
    client = Client()
    where = client.get(link(), follow=True).redirect_chain[-1][0]
    client.post(where, {"new_password1": NEW, "new_password2": NEW})
    assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    desk.log_in(client, "eve", NEW)
    assert not desk.let_in(client)
    client.post(desk.CODE, {"code": desk.shown(device)})
    assert desk.let_in(client)


def test_asking_too_often_is_refused_for_a_while() -> None:
    client = Client()
    with time_machine.travel(NOON, tick=False):
        codes = [ask(f"guess-{n}@example.org", client).status_code for n in range(6)]
        assert codes == [302] * 5 + [429]
    with time_machine.travel(NOON + timedelta(minutes=40), tick=False):
        response = ask("eve@example.org", client)
        assert response["Retry-After"] == str(20 * 60)
        assert ask("eve@example.org", Client(REMOTE_ADDR="198.51.100.7")).status_code == 302
    with time_machine.travel(NOON + timedelta(minutes=61), tick=False):
        assert ask("eve@example.org", client).status_code == 302


@pytest.mark.parametrize("typed", ["", "eve", "eve@", "a@b\r\nBcc: c@d", "\0@example.org"])
def test_what_is_no_address_is_named(typed: str) -> None:
    answer = ask(typed)
    assert answer.status_code == 200
    assert 'class="errorlist"' in text(answer)


def test_the_link_never_follows_the_host_that_the_visitor_names(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    staff(email="eve@example.org")
    Client(headers={"host": "evil.example"}).post(ASK, {"email": "eve@example.org"})
    assert "evil.example" not in mail.outbox[0].body
    assert link()


def test_without_mail_the_page_says_whom_to_ask(settings: Any) -> None:
    settings.MAIL_CONFIGURED = False
    for response in (Client().get(ASK), ask("eve@example.org")):
        assert response.status_code == 200
        assert "Ask an administrator for a one-time link" in text(response)
        assert 'name="email"' not in text(response)
