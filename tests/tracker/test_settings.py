"""Settings refuse to run half-configured, in one sentence."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.tracker.machine import assert_refused, python

COMPLETE = {"SECRET_KEY": "s" * 60, "ALLOWED_HOSTS": "tracker.example.org"}
SHOW = "from tracker import settings as s; print({})"


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        ("check", "SECRET_KEY"),
        ("migrate", "ALLOWED_HOSTS"),
        ("help", "SECRET_KEY"),
        ("load_data", "ALLOWED_HOSTS"),
        ("no-such-command", "SECRET_KEY"),
    ],
)
def test_every_command_refuses_to_run_without_its_secrets(
    command: str, missing: str, tmp_path: Path
) -> None:
    environment = {name: value for name, value in COMPLETE.items() if name != missing}
    done = python("manage.py", command, folder=tmp_path, **environment)
    assert_refused(done, missing)


def test_an_unreachable_database_is_named_by_any_command_that_needs_it(tmp_path: Path) -> None:
    url = f"postgres://someone@/{tmp_path}/nowhere"
    done = python("manage.py", "migrate", folder=tmp_path, DATABASE_URL=url, **COMPLETE)
    assert_refused(done, f"The database at {tmp_path} cannot be reached")


def test_a_database_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "tracker.sqlite3").mkdir()
    done = python("manage.py", "migrate", folder=tmp_path, **COMPLETE)
    assert_refused(done, f"{tmp_path}/tracker.sqlite3 cannot be reached")


@pytest.mark.django_db  # So that it runs on both databases.
@pytest.mark.parametrize(
    "command",
    [
        ("verify",),
        ("release",),
        ("publish", "thunderbolt-2023"),
        ("load_data", "fixtures", "--verbosity=0"),
        ("load_data", "--restore", "{release}", "--verbosity=0"),
    ],
)
def test_a_database_without_tables_is_said_to_need_them(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    words = [word.format(release=empty_release(tmp_path)) for word in command]
    # Tests on PostgreSQL have a database of their own, so that the one named is empty.
    server = {name: os.environ[name] for name in ("DATABASE_URL",) if name in os.environ}
    done = python("manage.py", *words, folder=tmp_path / "data", **server, **COMPLETE)
    assert_refused(done, "The database lacks tables: run `manage.py migrate`.")


def empty_release(folder: Path) -> Path:
    """A folder that is a release as far as can be said without a database."""
    names = ("editions.ndjson", "operations.ndjson")
    for name in names:
        (folder / name).touch()
    nothing = hashlib.sha256().hexdigest()
    (folder / "SHA256SUMS").write_text("".join(f"{nothing}  {name}\n" for name in names))
    return folder


def test_a_migration_that_fails_keeps_its_traceback(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "tracker.sqlite3")) as database:
        database.execute("CREATE TABLE operations_operation (id integer)")
    done = python("manage.py", "migrate", folder=tmp_path, **COMPLETE)
    assert done.returncode == 1
    assert done.stderr.startswith("Traceback")
    assert 'table "operations_operation" already exists' in done.stderr


def test_wsgi_says_what_is_missing(tmp_path: Path) -> None:
    done = python("-c", "import tracker.wsgi", folder=tmp_path)
    assert done.returncode != 0
    assert "ImproperlyConfigured: SECRET_KEY is not set" in done.stderr


def test_everything_that_protects_is_on_unless_switched_off(tmp_path: Path) -> None:
    shown = SHOW.format(
        "s.DEBUG, s.HTTPS, s.FOUR_EYES, s.SECOND_FACTOR, s.SECURE_SSL_REDIRECT,"
        " s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SITE_URL"
    )
    done = python("-c", shown, folder=tmp_path, **COMPLETE)
    assert done.stdout == (
        "False True True True True 31536000 True True https://tracker.example.org\n"
    )


def test_sessions_cookies_and_passwords_are_strict_without_being_asked(tmp_path: Path) -> None:
    shown = SHOW.format(
        "s.SESSION_COOKIE_PATH, s.CSRF_COOKIE_PATH, s.SESSION_COOKIE_SAMESITE,"
        " s.SESSION_EXPIRE_AT_BROWSER_CLOSE, s.SESSION_COOKIE_AGE < s.SESSION_ABSOLUTE_AGE,"
        " s.AUTH_PASSWORD_VALIDATORS[1]['OPTIONS'], s.PASSWORD_RESET_TIMEOUT,"
        " repr(s.CLIENT_ADDRESS_HEADER), s.MAIL_CONFIGURED"
    )
    done = python("-c", shown, folder=tmp_path, **COMPLETE)
    assert done.stdout == ("/admin/ /admin/ Lax True True {'min_length': 12} 3600 '' False\n")


def test_mail_is_sent_once_a_server_is_named(tmp_path: Path) -> None:
    shown = SHOW.format("s.MAIL_CONFIGURED, s.EMAIL_HOST, s.DEFAULT_FROM_EMAIL, s.EMAIL_TIMEOUT")
    url = "smtp+tls://user:password@mail.example.org:587"
    done = python("-c", shown, folder=tmp_path, EMAIL_URL=url, **COMPLETE)
    assert done.stdout == "True mail.example.org tracker@tracker.example.org 20\n"
    done = python("manage.py", "check", folder=tmp_path, EMAIL_URL="nonsense", **COMPLETE)
    assert_refused(done, "EMAIL_URL", "smtp+tls://user:password@mail.example.org:587")


def test_debug_mode_needs_nothing_and_speaks_plain_http(tmp_path: Path) -> None:
    shown = SHOW.format("s.DEBUG, s.HTTPS, s.SITE_URL, s.ALLOWED_HOSTS")
    done = python("-c", shown, folder=tmp_path, DEBUG="on")
    assert done.stdout == ("True False http://127.0.0.1:8000 ['localhost', '127.0.0.1', '[::1]']\n")


def test_the_data_folder_is_closed_to_other_users(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    python("manage.py", "check", folder=folder, **COMPLETE)
    assert folder.stat().st_mode & 0o777 == 0o700
