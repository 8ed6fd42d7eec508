"""A release during whose writing somebody redacts; also run on its own, on a SQLite file."""

from __future__ import annotations

import threading
from unittest.mock import patch

import django


def release_while_somebody_redacts() -> dict[str, list[str]]:
    """The ids in each file of the release; the redaction must not wait for its end."""
    from django.db import connection

    from operations import publishing
    from operations.models import Edition, Operation
    from operations.releases import make, write
    from tests import factories

    factories.published("a-raid", edtf="2020")
    factories.published("b-raid", edtf="2020")
    raid = Operation.objects.get(code="a-raid")
    written = write.write_lines
    others: list[threading.Thread] = []

    def redact() -> None:
        try:
            publishing.redact(raid, by=None, withdrawal_class="privacy", reason="Harm.")
        finally:
            connection.close()

    def write_lines(*args: object) -> None:
        """Let the redaction happen before the first file of lines is written."""
        if not others:
            others.append(threading.Thread(target=redact))
            others[0].start()
            others[0].join(10)
            assert not others[0].is_alive(), "whoever writes had to wait for the release"
        written(*args)  # type: ignore[arg-type]

    with patch.object(write, "write_lines", write_lines):
        made, _new = make()
    assert Edition.objects.get(code="a-raid", number=1).redacted_at
    folder = made.folder
    return {
        "operations/": sorted(file.stem for file in (folder / "operations").iterdir()),
        "operations.ndjson": ids((folder / "operations.ndjson").read_text(), '"id":"', "-raid"),
        "editions.ndjson": ids((folder / "editions.ndjson").read_text(), '"operation":"', "-raid"),
        "operations.csv": ids((folder / "operations.csv").read_text(), "", "-raid,"),
    }


def ids(text: str, before: str, after: str) -> list[str]:
    """Which of the two raids stand in the lines of a text."""
    return [c for line in text.splitlines() for c in "ab" if f"{before}{c}{after}" in line]


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(release_while_somebody_redacts())  # noqa: T201 - read by the test
