"""``manage.py release``: the record as a dated package that never changes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operations.problems import Refused
from operations.releases import make


class Command(BaseCommand):
    help = "Write the public record as a dated package into DATA_DIR/releases, listed at /data/."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made, is_new = make()
        except Refused as refused:
            raise CommandError("\n".join(refused.reasons)) from None
        state = "written" if is_new else "there already, byte for byte"
        self.stdout.write(f"{made.name}: {len(made.sums)} files, {state}: {made.folder}")
