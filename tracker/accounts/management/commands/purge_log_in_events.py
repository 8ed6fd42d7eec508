"""Forget old log-ins: once a day is enough."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tracker.accounts import events


class Command(BaseCommand):
    help = "Delete records of log-in that are older than LOG_IN_EVENTS_DAYS, and ended sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        gone = events.purge()
        days = settings.LOG_IN_EVENTS_DAYS
        self.stdout.write(f"{gone} rows deleted; records of log-in are kept for {days} days.")
