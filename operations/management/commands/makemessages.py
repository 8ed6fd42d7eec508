"""``manage.py makemessages``: Django's own, so that the same sources give the same catalogue."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

# Line numbers and the hour of the run would change the catalogue with every edit elsewhere.
STABLE = {"add_location": "file", "no_wrap": True, "no_obsolete": True}
NOT_OURS = ("benchmarks", "fixtures", "staticfiles", "tests", "var")


class Command(makemessages.Command):
    """Collects into ``locale/zh_Hant``; every option of Django's command still works."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(locale=["zh_Hant"], ignore_patterns=list(NOT_OURS), **STABLE)

    def write_po_file(self, potfile: str, locale: str) -> None:
        super().write_po_file(potfile, locale)
        for written in Path(potfile).parent.glob(f"{locale}/LC_MESSAGES/{self.domain}.po"):
            lines = written.read_text().splitlines(keepends=True)
            kept = [line for line in lines if not line.startswith('"POT-Creation-Date:')]
            written.write_text("".join(kept))
