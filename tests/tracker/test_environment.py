"""A variable is what it says, or it is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tracker import environment

READERS: dict[str, Callable[[], Any]] = {
    "SECRET_KEY": lambda: environment.required("SECRET_KEY", otherwise=None),
    "ALLOWED_HOSTS": lambda: environment.words("ALLOWED_HOSTS", otherwise=None),
    "HTTPS": lambda: environment.switch("HTTPS", default=True),
    "SITE_URL": lambda: environment.site_url(otherwise=None),
    "DATABASE_URL": lambda: environment.database(Path("data")),
    "CACHE_URL": environment.cache,
    "DATA_DIR": environment.data_dir,
    "EMAIL_URL": environment.mail,
    "EMAIL_FROM": lambda: environment.mail_sender("https://tracker.example.org"),
    "REPORTS_AN_HOUR": lambda: environment.number("REPORTS_AN_HOUR", default=6),
    "CLIENT_ADDRESS_HEADER": lambda: environment.header("CLIENT_ADDRESS_HEADER"),
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "  "),
        ("ALLOWED_HOSTS", ",,"),
        ("HTTPS", "onn"),
        ("SITE_URL", "tracker.example.org"),
        ("SITE_URL", "https://*"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "postgres://h:port/db"),
        ("DATABASE_URL", "mysql://h/db"),
        ("CACHE_URL", "nonsense"),
        ("DATA_DIR", "/dev/null/var"),
        ("EMAIL_URL", "mail.example.org"),
        ("EMAIL_URL", "smtp://mail.example.org:port"),
        ("EMAIL_FROM", "tracker"),
        ("EMAIL_FROM", "a@b\nBcc: c@d"),
        ("CLIENT_ADDRESS_HEADER", "X-Forwarded-For, X-Real-IP"),
        ("CLIENT_ADDRESS_HEADER", "HTTP_X_FORWARDED_FOR"),
        ("REPORTS_AN_HOUR", "0"),
        ("REPORTS_AN_HOUR", "-1"),
        ("REPORTS_AN_HOUR", "six"),
        ("REPORTS_AN_HOUR", "6.5"),
        ("REPORTS_AN_HOUR", "9" * 5000),
        ("CLIENT_ADDRESS_HEADER", "HTTP_X_REAL_IP"),
        ("CLIENT_ADDRESS_HEADER", "X-Real-IP, X-Forwarded-For"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        READERS[name]()


@pytest.mark.parametrize(
    ("meaning", "words"),
    [(True, ["on", "TRUE", "yes", "1", ""]), (False, [" off ", "false", "No", "0"])],
)
def test_a_switch_knows_the_usual_words(
    *, meaning: bool, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in words:
        monkeypatch.setenv("HTTPS", word)
        assert READERS["HTTPS"]() is meaning


def test_hosts_are_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,")
    assert READERS["ALLOWED_HOSTS"]() == ["a.example", "b.example"]


def test_the_database_is_a_file_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    config = READERS["DATABASE_URL"]()
    assert config["NAME"] == Path("data/tracker.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgresql_address_keeps_its_options_and_gets_a_pool(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p%40ss@db.example/tracker?sslmode=require")
    config = READERS["DATABASE_URL"]()
    assert (config["HOST"], config["NAME"], config["PASSWORD"]) == ("db.example", "tracker", "p@ss")
    assert config["OPTIONS"]["sslmode"] == "require"
    assert config["OPTIONS"]["pool"]["max_size"] == 8


def test_a_contact_is_a_link_to_mail_or_to_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", "editors@example.org")
    assert environment.contact() == "mailto:editors@example.org"
    monkeypatch.setenv("CONTACT", "https://example.org/contact")
    assert environment.contact() == "https://example.org/contact"
    monkeypatch.setenv("CONTACT", "javascript:alert(1)")
    with pytest.raises(ImproperlyConfigured, match="e-mail address or a page at https://"):
        environment.contact()


def test_a_mail_server_becomes_the_settings_of_django(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.mail() == {}
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://us%40er:p%2Fass@mail.example.org:587")
    config = environment.mail()
    assert config["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (config["EMAIL_HOST_USER"], config["EMAIL_HOST_PASSWORD"]) == ("us@er", "p/ass")
    assert config["EMAIL_USE_TLS"] is True
    monkeypatch.setenv("EMAIL_URL", "smtp://localhost")
    assert "EMAIL_PORT" not in environment.mail()


def test_mails_come_from_the_site_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.mail_sender("https://tracker.example.org:8443") == (
        "tracker@tracker.example.org"
    )
    monkeypatch.setenv("EMAIL_FROM", "Tracker <desk@example.org>")
    assert environment.mail_sender("https://tracker.example.org") == "Tracker <desk@example.org>"


def test_numbers_and_headers_are_read_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.number("REPORTS_AN_HOUR", default=6) == 6
    monkeypatch.setenv("REPORTS_AN_HOUR", " 12 ")
    assert environment.number("REPORTS_AN_HOUR", default=6) == 12
    assert environment.header("CLIENT_ADDRESS_HEADER") == ""
    monkeypatch.setenv("CLIENT_ADDRESS_HEADER", "X-Real-IP")
    assert environment.header("CLIENT_ADDRESS_HEADER") == "X-Real-IP"
