"""``manage.py verify``: recompute every hash, chain and index row; look for what may not stand."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operations.models import Edition
from operations.publishing import scan, verify


class Command(BaseCommand):
    help = (
        "Recompute every hash, chain and index row, and search everything for personal data and "
        "small counts; name every break."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        seen = 0

        def count(edition: Edition) -> None:
            nonlocal seen
            seen += 1

        breaks = [*verify(on_each=count), *scan()]
        if breaks:
            raise CommandError("\n".join(str(found) for found in breaks))
        self.stdout.write(f"{seen} editions: every hash, chain and index row holds.")
        self.stdout.write("No personal data and no small count, public or in work.")
