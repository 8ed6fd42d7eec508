"""``manage.py check_sources``: what became of the addresses of sources."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.models import Source
from operations.sources import archiving, checking
from operations.sources.due import OLDER_THAN, due


def positive(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"expected a number from 0, not “{text}”")
    return int(text)


class Command(BaseCommand):
    help = (
        "Read the addresses of sources and record what became of them: those not checked for "
        "some days and those that failed last, the longest waiting first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=positive, metavar="N", help="check at most N")
        parser.add_argument(
            "--source", action="append", metavar="ID", help="check this one, due or not"
        )
        parser.add_argument(
            "--older-than",
            type=positive,
            metavar="DAYS",
            default=OLDER_THAN,
            help=f"days since the last check (default {OLDER_THAN})",
        )
        parser.add_argument(
            "--archives", action="store_true", help="check the kept copies instead of addresses"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["archives"]:
            self.check_copies()
            return
        if not settings.FETCH_SOURCES:
            raise CommandError("FETCH_SOURCES is off: this installation reads no pages.")
        counted: Counter[str] = Counter()
        for source in self.chosen(options):
            made = checking.check(source)
            counted[source.health] += 1
            note = f" ({made.note})" if made.note else ""
            self.stdout.write(f"{source.code}: {source.health}. {made.get_outcome_display()}{note}")
        words = ", ".join(f"{number} {health}" for health, number in sorted(counted.items()))
        self.stdout.write(f"{counted.total()} checked: {words}." if words else "Nothing was due.")

    def chosen(self, options: dict[str, Any]) -> list[Source]:
        if options["source"]:
            return [self.named(code) for code in options["source"]]
        found = due(options["older_than"])
        return list(found if options["limit"] is None else found[: options["limit"]])

    def named(self, code: str) -> Source:
        source = Source.objects.filter(code=code).first()
        if source is None:
            raise CommandError(f"There is no source “{code}”.")
        if not source.url:
            raise CommandError(f"The source “{code}” has no address.")
        return source

    def check_copies(self) -> None:
        if broken := list(archiving.verify()):
            raise CommandError("\n".join(broken))
        self.stdout.write("Every kept copy is there and has its hash.")
