"""What the software adds to a file: another version may write the same record in other bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
WRITES = ("operations/**/*.py", "operations/**/*.html", "locale/**/*.mo", "requirements.txt")


@cache
def software() -> str:
    """The sum of everything that has a say in how a file is written, addresses included."""
    total = hashlib.sha256(settings.SITE_URL.encode())
    for each in files():
        total.update(each.read_bytes())
    return total.hexdigest()


def files() -> Iterator[Path]:
    for pattern in WRITES:
        yield from sorted(ROOT.glob(pattern))
