"""``manage.py publish ID``: publish a working copy through the door."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations import publishing
from operations.models import Operation
from operations.problems import Refused


class Command(BaseCommand):
    help = "Publish working copies; says which had nothing new."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="+", metavar="ID")
        parser.add_argument("--reason", default="", help="what readers are told")

    def handle(self, *args: Any, **options: Any) -> None:
        for code in options["ids"]:
            operation = Operation.objects.filter(code=code).first()
            if operation is None:
                raise CommandError(f"There is no operation “{code}”.")
            try:
                edition = publishing.publish(operation, by=None, reason=options["reason"])
            except Refused as refused:
                raise CommandError("\n".join(f"{code}: {r}" for r in refused.reasons)) from None
            said = f"edition {edition.number}" if edition else "nothing new to publish"
            self.stdout.write(f"{code}: {said}")
