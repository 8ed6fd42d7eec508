"""``manage.py purge_reports``: delete what readers typed when its time is over."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from operations.reporting import purge_reports


class Command(BaseCommand):
    help = "Delete contacts and texts of readers' reports that were kept as long as was promised."

    def handle(self, *args: Any, **options: Any) -> None:
        count = purge_reports(timezone.now())
        self.stdout.write(f"{count} reports held something that was due, and hold it no more.")
