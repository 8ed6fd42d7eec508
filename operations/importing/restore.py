"""A release → an empty database: the editions verbatim, the working copies from what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from operations import publishing
from operations.models import VOCABULARIES, Edition, Operation, ReleaseMade, Source
from operations.problems import Refused

from .load import Loaded, load_context, load_lists
from .operations import load_operation, shaped, stub
from .reading import Package, parse, read
from .vocabulary import load_source

EDITIONS, SUMS, RELEASES = "editions.ndjson", "SHA256SUMS", "releases.json"
OnStep = Callable[[str], None]
Row = dict[str, Any]


@dataclass
class Fate:
    """What became of one operation: its last text that may be read, and where it ended."""

    document: Row | None = None
    merged_into: str | None = None
    highest_figure: int = 0
    sources: dict[str, Row] = field(default_factory=dict)

    def note(self, row: Row) -> None:
        self.merged_into = row["merged_into"]
        document = row["document"]
        if document:
            self.document = document
            self.sources |= {source["id"]: source for source in document["sources"]}
            numbers = [int(each["id"].rpartition(".")[2]) for each in document["figures"]]
            self.highest_figure = max([self.highest_figure, *numbers])


def read_release(folder: Path) -> Package:
    """The package in ``folder``; ``Refused`` when a file is not what its sum says."""
    check_sums(folder)
    return read(folder)


def restore(package: Package, folder: Path, on_step: OnStep = lambda _: None) -> Loaded:
    """Give back the editions of a release; all of it or nothing.

    ``Refused`` when the database is not empty, or the editions do not verify.
    """
    refuse_used_database()
    done = Loaded()
    with transaction.atomic():
        load_lists(package, None, done, on_step)
        fates = read_fates(folder)
        restore_working_copies(fates, done, on_step)
        for row in lines(folder):
            publishing.restore_edition(row, Operation.objects.get(code=row["operation"]))
            done.editions += 1
            on_step("editions")
        publishing.count_on()
        restore_releases(folder)
        load_context(package, None, done, on_step)
        refuse_breaks()
    return done


def refuse_used_database() -> None:
    tables: list[type[Model]] = [Operation, Edition, Source, *VOCABULARIES.values()]
    used = [str(each._meta.verbose_name_plural) for each in tables if each._base_manager.exists()]
    if used:
        words = {"tables": ", ".join(used)}
        raise Refused(_("Restoring needs an empty database; this one has %(tables)s.") % words)


def check_sums(folder: Path) -> None:
    """Every file that the list of sums names, against its sum."""
    if not (folder / SUMS).is_file() or not (folder / EDITIONS).is_file():
        words = {"path": folder, "files": f"{SUMS}, {EDITIONS}"}
        raise Refused(_("%(path)s is not a release: it lacks %(files)s.") % words)
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        digest, _space, name = line.partition("  ")
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            raise Refused(_("%(file)s is not the file that was released.") % {"file": name})


def lines(folder: Path) -> Iterator[Row]:
    with (folder / EDITIONS).open("rb") as file:
        for line in file:
            yield orjson.loads(line)


def read_fates(folder: Path) -> dict[str, Fate]:
    fates: dict[str, Fate] = {}
    for row in lines(folder):
        fates.setdefault(row["operation"], Fate()).note(row)
    return fates


def restore_working_copies(fates: dict[str, Fate], done: Loaded, on_step: OnStep) -> None:
    """Working copies that say what readers saw last; of what was redacted, nothing but the id."""
    load_missing_sources(fates.values())
    rows = [shaped(fate.document) for fate in fates.values() if fate.document]
    for row in rows:
        stub(row)
    for code, fate in fates.items():
        if fate.document is None:
            Operation.objects.create(code=code, name_en=code)
    for row in rows:
        load_operation(row, None, is_new=True)
        done.operations += 1
        on_step("operations")
    for code, fate in fates.items():
        operation = Operation.objects.get(code=code)
        operation.keep_figure_number(fate.highest_figure)
        if fate.merged_into:
            survivor = Operation.objects.get(code=fate.merged_into)
            Operation.objects.filter(pk=operation.pk).update(merged_into=survivor)


def load_missing_sources(fates: Iterable[Fate]) -> None:
    """Sources that only what is no longer public cites, as its documents describe them."""
    for fate in fates:
        for code, row in fate.sources.items():
            if not Source.objects.filter(code=code).exists():
                load_source(row, None)


def restore_releases(folder: Path) -> None:
    """Which releases there were; older packages do not say."""
    if (folder / RELEASES).is_file():
        ReleaseMade.objects.take_over(parse(folder / RELEASES))


def refuse_breaks() -> None:
    breaks = list(publishing.verify())
    if breaks:
        raise Refused(*map(str, breaks))
