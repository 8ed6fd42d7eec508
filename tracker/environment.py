"""What the environment says, read strictly.

Every function raises ``ImproperlyConfigured`` with one sentence for the person who starts
the site: a setting that is misspelt must stop it, not switch a protection off.
"""

from __future__ import annotations

import os
import re
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

BASE_DIR = Path(__file__).resolve().parent.parent

# A write waits for the lock at its start and not half-way, where SQLite would refuse at once;
# readers never wait (WAL). `synchronous=FULL` costs one disk flush a commit and makes a
# publication outlive a power cut, which `NORMAL` does not promise. The file is not mapped into
# memory and the page cache is small: how much a worker grows while it reads all is then known.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;"
        "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-4000;"
    ),
}
POSTGRESQL_OPTIONS = {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}}


def switch(name: str, *, default: bool) -> bool:
    """Read an on/off variable; any other word is refused."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"on", "true", "yes", "1"}:
        return True
    if value in {"off", "false", "no", "0"}:
        return False
    raise ImproperlyConfigured(f"{name} must be on or off, and is “{value}”.")


def required(name: str, *, otherwise: str | None) -> str:
    """Read a variable that must be set, unless debug mode offers a value to fall back on."""
    value = os.environ.get(name, "").strip() or otherwise
    if not value or not value.strip(","):
        raise ImproperlyConfigured(
            f"{name} is not set: give it a value, or try the site on this machine with `make run`."
        )
    return value


def words(name: str, *, otherwise: str | None) -> list[str]:
    """Read a list separated by commas that must not be empty."""
    parts = required(name, otherwise=otherwise).split(",")
    return [word for part in parts if (word := part.strip())]


def site_url(*, otherwise: str | None) -> str:
    """The address that readers type, without a slash at its end; absolute links begin with it."""
    address = required("SITE_URL", otherwise=otherwise).rstrip("/")
    if not address.startswith(("https://", "http://")) or "*" in address:
        raise ImproperlyConfigured(f"SITE_URL must begin with https://, and is “{address}”.")
    return address


def contact() -> str:
    """Where requests for correction or removal go, as a link; nothing when it is not set."""
    value = os.environ.get("CONTACT", "").strip()
    if value and "@" not in value and not value.startswith("https://"):
        raise ImproperlyConfigured(
            f"CONTACT must be an e-mail address or a page at https://, and is “{value}”."
        )
    return f"mailto:{value}" if value and not value.startswith("https://") else value


def number(name: str, *, default: int) -> int:
    """Read a whole number above zero."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and 0 < int(value[:10]) < 100_000):
        raise ImproperlyConfigured(
            f"{name} must be a whole number from 1 to 99999, and is “{value}”."
        )
    return int(value)


def header(name: str) -> str:
    """Read the name of a header of requests; nothing when it is not set."""
    value = os.environ.get(name, "").strip()
    if value and not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value):
        raise ImproperlyConfigured(
            f"{name} must be the name of a header, such as X-Forwarded-For, and is “{value}”."
        )
    return value


def mail() -> dict[str, Any]:
    """Django's settings for the mail server of EMAIL_URL, or none when it is not set."""
    address = os.environ.get("EMAIL_URL", "").strip()
    if not address:
        return {}
    try:
        config: dict[str, Any] = Env.email_url_config(address)
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL is not the address of a mail server, such as "
            "smtp+tls://user:password@mail.example.org:587."
        ) from error
    if config["EMAIL_PORT"] is None:
        del config["EMAIL_PORT"]  # Django knows the usual one.
    # An option that is not set is a None here, where Django wants an empty text.
    return {name: "" if value is None else value for name, value in config.items()}


def mail_sender(site: str) -> str:
    """Who mails come from: EMAIL_FROM, or the tracker at the site's own host."""
    host = urlsplit(site).hostname or "localhost"
    value = os.environ.get("EMAIL_FROM", "").strip() or f"tracker@{host}"
    if "@" not in value or "\n" in value:
        raise ImproperlyConfigured(f"EMAIL_FROM must be an e-mail address, and is “{value}”.")
    return value


def data_dir() -> Path:
    """The folder that holds what the site writes, made when it is missing."""
    folder = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").expanduser().resolve()
    try:
        # Closed to other users: it holds a secret, drafts and the hashes of passwords.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATA_DIR {folder} cannot be made: {error.strerror}."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"DATA_DIR {folder} cannot be written to.")
    return folder


def database(folder: Path) -> dict[str, Any]:
    """The database of DATABASE_URL, or a SQLite file in ``folder``."""
    if not os.environ.get("DATABASE_URL"):
        name = folder / "tracker.sqlite3"
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": SQLITE_OPTIONS}
    try:
        with warnings.catch_warnings(action="ignore"):
            config: dict[str, Any] = Env.db_url_config(os.environ["DATABASE_URL"])
    except ValueError as error:
        raise ImproperlyConfigured("DATABASE_URL is not the address of a database.") from error
    engine = config.get("ENGINE")
    if engine == "django.db.backends.sqlite3":
        ours: dict[str, Any] = SQLITE_OPTIONS
    elif engine == "django.db.backends.postgresql":
        ours = POSTGRESQL_OPTIONS
    else:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgres://.")
    return config | {"OPTIONS": ours | config.get("OPTIONS", {})}


def cache() -> dict[str, Any]:
    """The cache of CACHE_URL, or the memory of each process."""
    try:
        config: dict[str, Any] = Env.cache_url_config(
            os.environ.get("CACHE_URL") or "locmemcache://"
        )
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured("CACHE_URL is not the address of a cache.") from error
    return config
