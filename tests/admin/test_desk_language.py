"""Editors choose the language of their desk; readers get no cookie for it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories

from .desk import address


def choose(client: Client, language: str, **extra: str) -> Any:
    return client.post("/admin/language/", {"language": language, "next": "/admin/", **extra})


def test_the_desk_speaks_what_the_editor_chose(contributor: Client) -> None:
    response = choose(contributor, "zh-hant")
    assert response.headers["Location"] == "/admin/"
    page = contributor.get(address("operation", "add"))
    assert '<html lang="zh-hant"' in page.content.decode()
    assert page.headers["Content-Language"] == "zh-hant"
    assert "Cookie" in page.headers["Vary"]
    choose(contributor, "en")
    assert '<html lang="en' in contributor.get("/admin/").content.decode()


def test_the_cookie_stays_at_the_desk(contributor: Client) -> None:
    cookie = choose(contributor, "zh-hant").cookies["desk_language"]
    assert cookie["path"] == "/admin/"
    assert cookie["httponly"]
    factories.published("sweep")
    page = contributor.get("/operations/sweep/")
    assert page.headers["Content-Language"] == "en"
    assert "Vary" not in page.headers or "Cookie" not in page.headers["Vary"]
    assert not page.cookies


@pytest.mark.parametrize("language", ["de", "", "zh", "../../etc", "x" * 5000])
def test_a_language_that_nobody_speaks_here_changes_nothing(
    contributor: Client, language: str
) -> None:
    contributor.cookies["desk_language"] = language
    assert contributor.get("/admin/").headers["Content-Language"] == "en"


def test_the_choice_stands_on_the_log_in_page(client: Client, db: None) -> None:
    html = client.get("/admin/login/").content.decode()
    assert 'action="/admin/language/"' in html
    assert 'value="zh-hant" lang="zh-Hant-HK"' in html


def test_it_leads_back_only_to_this_site(contributor: Client) -> None:
    response = choose(contributor, "zh-hant", next="https://evil.example/")
    assert "evil" not in response.headers["Location"]


def test_it_needs_a_token(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert choose(strict, "zh-hant").status_code == 403
