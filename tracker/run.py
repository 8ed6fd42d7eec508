"""`make run`: the whole site on this machine, without a question asked.

Not debug mode: the server, the policies and the static files are those of production. Only
what a single person at a keyboard cannot have is relaxed, and said so.
"""

from __future__ import annotations

import os
import re
import secrets
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from tracker import environment
from tracker.commands import load_settings, plain_refusals
from tracker.processes import serve

RELAXED = ("FOUR_EYES", "SECOND_FACTOR", "HTTPS")


def main() -> int:
    """Prepare everything, serve until interrupted, and return the exit code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    try:
        with plain_refusals():
            host, port = address()
            refuse_taken_port(host, port)
            fill_environment(host, port)
            load_settings()
            django.setup()
            prepare()
    except CommandError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        return 130
    return serve(host, port, shown=os.environ["SITE_URL"])


def interrupt(number: int, frame: FrameType | None) -> None:
    """Treat a polite end, or a closed terminal, like Ctrl-C."""
    raise KeyboardInterrupt


def address() -> tuple[str, int]:
    """HOST and PORT."""
    port = os.environ.get("PORT") or "8000"
    if not (re.fullmatch(r"[0-9]{1,5}", port) and 0 < int(port) < 65536):
        raise ImproperlyConfigured(f"PORT must be a number from 1 to 65535, and is “{port}”.")
    return os.environ.get("HOST") or "127.0.0.1", int(port)


def refuse_taken_port(host: str, port: int) -> None:
    """Find out now, not after the data have been loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise ImproperlyConfigured(
            f"The site cannot listen on port {port} of {host} ({error.strerror}): "
            "stop what is using it, or set PORT to another number."
        ) from error


def fill_environment(host: str, port: int) -> None:
    """Set what settings insist on, wherever the machine has not set it already."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - only compared
    shown = f"[{shown}]" if ":" in shown else shown
    os.environ.update(HOST=host, PORT=str(port), DEBUG="off")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    for name, value in {
        "ALLOWED_HOSTS": f"localhost,127.0.0.1,[::1],{shown}",
        "SITE_URL": f"http://{shown}:{port}",
        **dict.fromkeys(RELAXED, "off"),
    }.items():
        os.environ[name] = os.environ.get(name) or value
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = kept_secret(environment.data_dir())


def kept_secret(folder: Path) -> str:
    """The secret of this installation, made once and readable by its owner alone."""
    file = folder / "secret-key"
    try:
        secret = file.read_text() if file.exists() else ""
        if not secret:
            secret = secrets.token_urlsafe(50)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as stream:
                stream.write(secret)
    except OSError as error:
        raise ImproperlyConfigured(f"{file} cannot be used: {error.strerror}.") from error
    return secret


def prepare() -> None:
    """Bring database and static files up to date, and say what is relaxed."""
    # Imported late: these need settings.
    from django.conf import settings

    from tracker import preparation

    if off := [name for name in RELAXED if not getattr(settings, name)]:
        say(f"Relaxed for this machine, not for the public: {', '.join(off)} off.")
    preparation.prepare_database()
    preparation.collect_static_files()
    preparation.load_data()
    preparation.schedule_daily_work()
    if password := preparation.create_admin():
        say(f"Administrator: admin, password (shown this once): {password}")


def say(sentence: str) -> None:
    """Print at once, even into a pipe."""
    print(sentence, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
