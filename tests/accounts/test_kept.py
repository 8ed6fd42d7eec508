"""A session that ends under a long form takes nothing with it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from operations.models import Source

from . import desk
from .desk import log_in, staff, text

ADD = "/admin/operations/source/add/"
NOTE = 'Two "lines" & <b>\r\nof 案件'

pytestmark = pytest.mark.django_db


def browser() -> Client:
    """As a browser is treated: the test client would skip the check for a token."""
    return Client(enforce_csrf_checks=True)


def token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def enter(client: Client, name: str = "eve") -> None:
    given = {"username": name, "password": desk.PASSWORD}
    given["csrfmiddlewaretoken"] = token(text(client.get(desk.LOG_IN)))
    assert client.post(desk.LOG_IN, given).status_code == 302


def form(**values: str) -> dict[str, str]:
    return {
        "title": "Report",
        "note": NOTE,
        "publisher": "The Daily",
        "original_publisher": "",
        "url": "https://example.org/a",
        "code": "the-daily",
        "kind": "news_report",
        "language": "en",
        "health": "live",
        "published": "2023-09-25",
        "archives-TOTAL_FORMS": "0",
        "archives-INITIAL_FORMS": "0",
        **values,
    }


def hidden(page: str) -> dict[str, str]:
    """The fields as a browser would send them again."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {unescape(name): unescape(value) for name, value in found}


@pytest.fixture
def eve() -> User:
    return staff(is_superuser=True)


def test_what_was_typed_comes_back_and_is_saved_after_the_log_in(eve: User) -> None:
    client = browser()
    enter(client)
    sent = form(csrfmiddlewaretoken=token(text(client.get(ADD))))
    desk.sessions_end(eve)
    refused = client.post(ADD, sent)
    assert refused.status_code == 403
    assert "Your session has ended, so nothing has been saved." in text(refused)
    kept = hidden(text(refused))
    assert kept.pop("csrfmiddlewaretoken")
    assert kept == form()

    # In another tab, which gives the whole browser a new token.
    old = {**kept, "csrfmiddlewaretoken": token(text(refused))}
    enter(client)
    again = client.post(ADD, old, headers={"origin": "http://testserver"})
    assert again.status_code == 403
    assert "You have logged in again." in text(again)
    assert not Source.objects.exists()
    assert client.post(ADD, hidden(text(again))).status_code == 302
    assert Source.objects.get().note == NOTE


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
def test_a_forged_form_of_another_site_gets_no_button(eve: User, origin: str | None) -> None:
    client = browser()
    enter(client)
    headers: Any = {"origin": origin} if origin else {}
    answer = client.post(ADD, form(csrfmiddlewaretoken="x" * 64), headers=headers)
    assert answer.status_code == 403
    assert "Send what I typed" not in text(answer)
    assert not Source.objects.exists()


def test_a_log_in_page_left_open_in_another_tab_leads_on(eve: User) -> None:
    client = browser()
    stale = token(text(client.get(desk.LOG_IN)))
    enter(client)
    given = {"username": "eve", "password": desk.PASSWORD, "csrfmiddlewaretoken": stale}
    answer = client.post(f"{desk.LOG_IN}?next=/admin/auth/user/", given, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == "/admin/auth/user/"


def test_passwords_are_never_written_into_a_page(eve: User) -> None:
    typed = {"old_password": "a-secret", "new_password1": "another", "new_password2": "another"}
    answer = Client().post("/admin/password_change/", typed)
    assert answer.status_code == 302


def test_what_was_typed_is_only_text_in_the_page() -> None:
    answer = Client().post(ADD, {"title": '"><script>alert(1)</script>', 'a"><b>': "x"})
    assert "<script>alert" not in text(answer)
    assert '"><b>' not in text(answer)


@pytest.mark.usefixtures("second_factor")
def test_half_way_in_it_is_kept_too(eve: User) -> None:
    desk.with_app(eve)
    client = Client()
    log_in(client, "eve")
    answer = client.post(ADD, form())
    assert answer.status_code == 403
    assert hidden(text(answer))["note"] == NOTE
    assert "/admin/operations/" not in text(answer).replace(ADD, "")


def test_somebody_without_the_permission_is_refused_as_always() -> None:
    client = desk.seated(staff("con"))
    answer = client.post(ADD, form())
    assert answer.status_code == 403
    assert "What you typed is still here" not in text(answer)
