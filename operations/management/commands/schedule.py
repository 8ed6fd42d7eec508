"""``manage.py schedule``: see that the daily work is in the queue."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from operations import housekeeping


class Command(BaseCommand):
    help = "Put the next day's recurring work into the queue; does nothing when it is there."

    def handle(self, *args: Any, **options: Any) -> None:
        row = housekeeping.schedule()
        if row is None:
            self.stdout.write("This queue runs everything at once, so nothing can wait in it.")
        else:
            self.stdout.write(f"The next daily work is due on {row.day}.")
