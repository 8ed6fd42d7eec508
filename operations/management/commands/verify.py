"""``manage.py verify``: recompute every hash, chain and index row."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operations.models import Edition
from operations.publishing import verify


class Command(BaseCommand):
    help = "Recompute every hash, chain and index row; name every break."

    def handle(self, *args: Any, **options: Any) -> None:
        seen = 0

        def count(edition: Edition) -> None:
            nonlocal seen
            seen += 1

        breaks = list(verify(on_each=count))
        if breaks:
            raise CommandError("\n".join(str(found) for found in breaks))
        self.stdout.write(f"{seen} editions: every hash, chain and index row holds.")
