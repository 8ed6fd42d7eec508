"""Giving a release back in an empty database, by the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command

from operations import releases
from operations.models import Edition
from operations.releases.write import write_sums

Change = Callable[[dict[str, Any]], Any]


def start_anew() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert not Edition.objects.exists()


def restore(folder: Path) -> None:
    call_command("load_data", str(folder), restore=True, verbosity=0)


def released_anew() -> Path:
    """A release of the record as it is; the database is empty afterwards."""
    made, _new = releases.make()
    start_anew()
    return made.folder


def restored() -> Path:
    """The record as a release gives it back."""
    folder = released_anew()
    restore(folder)
    return folder


def with_line(folder: Path, number: int, change: Change, file: str = "editions.ndjson") -> None:
    """Forge the line with this number, and the sums with it."""
    path = folder / file
    lines = path.read_text("utf-8").splitlines()
    row = json.loads(lines[number - 1])
    change(row)
    lines[number - 1] = json.dumps(row)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    sum_up(folder)


def sum_up(folder: Path) -> None:
    (folder / "SHA256SUMS").unlink()
    write_sums(folder)
