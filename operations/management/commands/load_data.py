"""``manage.py load_data PATH``: take a data package in, through the door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from operations.importing import Loaded, load, read, read_release
from operations.importing import restore as give_back
from operations.importing.reading import Package
from operations.problems import Refused


class Command(BaseCommand):
    help = (
        "Load a folder of fixtures or a release through the door: all of it or nothing; repeatable"
        " without doubling. With --restore, take the editions of a release over verbatim, into an"
        " empty database."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="folder with terms/, sources.json, operations/")
        parser.add_argument(
            "--restore", action="store_true", help="give back every edition as it was"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = take_in(**{name: options[name] for name in ("path", "restore", "verbosity")})
        except Refused as refused:
            raise CommandError("\n".join(refused.reasons)) from None
        self.stdout.write(
            f"{done.terms} terms, {done.sources} sources, {done.operations} operations "
            f"({done.changed} changed, {done.editions} new editions), {done.context} records "
            f"of context."
        )


def take_in(path: Path, *, restore: bool, verbosity: int) -> Loaded:
    package = read_release(path) if restore else read(path)
    with Bars(package, quiet=verbosity == 0) as step:
        if restore:
            return give_back(package, path, on_step=step)
        return load(package, on_step=step)


class Bars:
    """Bars for what is being loaded; on a pipe, nothing but the last line."""

    def __init__(self, package: Package, *, quiet: bool) -> None:
        columns = (TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True, quiet=quiet)
        self.bars = Progress(*columns, TimeElapsedColumn(), console=console)
        totals = {
            "terms": sum(map(len, package.terms.values())),
            "sources": len(package.sources),
            # A release is counted while it is read.
            "operations": len(package.operations) or None,
            "editions": len(package.operations) or None,
            "context": len(package.assessments) + len(package.statements) + len(package.findings),
        }
        self.tasks = {name: self.bars.add_task(name, total=n) for name, n in totals.items()}

    def __enter__(self) -> Callable[[str], None]:
        self.bars.start()
        return lambda name: self.bars.advance(self.tasks[name])

    def __exit__(self, *_: object) -> None:
        self.bars.stop()
