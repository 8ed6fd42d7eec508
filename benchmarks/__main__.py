"""``python -m benchmarks``: fill, serve, measure, and say whether a limit was passed."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from rich.console import Console


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--operations", type=int, default=100_000)
    asked.add_argument("--folder", type=Path, help="keeps the database for the next time")
    given = asked.parse_args()
    with TemporaryDirectory(prefix="bench-") as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        prepare(folder)
        return run(folder, given.operations)


def prepare(folder: Path) -> None:
    """An installation of its own, as in production but for the certificate."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="tracker.settings",
        DATA_DIR=str(folder),
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="127.0.0.1",
        HTTPS="off",
        DEBUG="off",
    )
    os.environ.pop("DATABASE_URL", None)
    django.setup()


def run(folder: Path, operations: int) -> int:
    """0 when every format keeps within its memory."""
    from django.conf import settings
    from django.db import connection

    from .exports import measured, plain_read
    from .fill import fill

    console = Console()
    with console.status(f"Filling a database with {operations:,} operations"):
        fill(operations)
        connection.close()
    database = Path(settings.DATABASES["default"]["NAME"])
    plain_read(database)
    peer = plain_read(database)
    console.print(f"A plain read of the same texts by Python's sqlite3: {peer:.1f} s")
    console.print("file, MB, MB over idle, seconds to the first byte, seconds, times a plain read")
    passed = True
    for each in measured():
        passed = passed and each.is_small
        console.print(each.line(peer), highlight=False)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
