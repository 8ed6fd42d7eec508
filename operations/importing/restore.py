"""A release → an empty database: the editions verbatim, the working copies from what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import orjson
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from operations import history, publishing
from operations.models import VOCABULARIES, Edition, Operation, ReleaseMade, Source
from operations.problems import Refused

from .editions import EDITIONS, Line, at_line, lines
from .fates import Past, read_past
from .load import Loaded, load_context, load_lists
from .operations import load_operation, shaped
from .reading import Package, parse, read_lists
from .saving import verbatim
from .sums import check_sums
from .vocabulary import load_source

PUBLIC, RELEASES = "operations.ndjson", "releases.json"
NAMED = 10
OnStep = Callable[[str], None]


def read_release(folder: Path) -> Package:
    """The package in ``folder`` but for its operations, which are read as they are restored.

    ``Refused`` when it is not, file by file, what was released.
    """
    check_sums(folder, EDITIONS, PUBLIC)
    return read_lists(folder)


def restore(package: Package, folder: Path, on_step: OnStep = lambda _: None) -> Loaded:
    """Give back the editions of a release; all of it or nothing.

    ``Refused`` when the database is not empty, a line cannot be read, the editions do not verify,
    or what is public then is not what the release says.
    """
    refuse_used_database()
    done = Loaded()
    with transaction.atomic(), verbatim():
        load_lists(package, None, done, on_step)
        past = read_past(folder, {row["id"] for row in package.sources})
        restore_working_copies(folder, past, done, on_step)
        for line in lines(folder):
            with line.read() as row:
                publishing.restore_edition(row, Operation.objects.get(code=row["operation"]))
            done.editions += 1
            on_step("editions")
        publishing.count_on()
        restore_releases(folder)
        load_context(package, None, done, on_step)
        refuse_breaks()
        refuse_another_record(folder)
    return done


def refuse_used_database() -> None:
    tables: list[type[Model]] = [Operation, Edition, Source, *VOCABULARIES.values()]
    used = [str(each._meta.verbose_name_plural) for each in tables if each._base_manager.exists()]
    if used:
        words = {"tables": ", ".join(used)}
        raise Refused(_("Restoring needs an empty database; this one has %(tables)s.") % words)


def restore_working_copies(folder: Path, past: Past, done: Loaded, on_step: OnStep) -> None:
    """Working copies that say what readers saw last; of what was redacted, nothing but the id."""
    for row in past.sources.values():
        load_source(row, None)
    Operation.objects.bulk_create(
        Operation(code=code, name_en=code, last_figure_number=fate.last_figure_number)
        for code, fate in past.fates.items()
    )
    for code in past.fates:
        if survivor := past.survivor(code):
            into = Operation.objects.get(code=survivor)
            Operation.objects.filter(code=code).update(merged_into=into)
    for code, fate in past.fates.items():
        if fate.line:
            restore_working_copy(folder, fate.line)
        else:
            history.save_revision(Operation.objects.get(code=code), None, "import")
        publishing.note_settled(Operation.objects.get(code=code))
        done.operations += 1
        on_step("operations")


def restore_working_copy(folder: Path, line: tuple[int, int]) -> None:
    number, start = line
    with (folder / EDITIONS).open("rb") as file:
        file.seek(start)
        text = file.readline()
    with Line(number, start, text).read() as row:
        load_operation(shaped(row["document"]), None, is_new=True)


def restore_releases(folder: Path) -> None:
    """Which releases there were; older packages do not say."""
    if (folder / RELEASES).is_file():
        ReleaseMade.objects.take_over(parse(folder / RELEASES))


def refuse_breaks() -> None:
    breaks = list(publishing.verify())
    if breaks:
        raise Refused(*map(str, breaks))


def refuse_another_record(folder: Path) -> None:
    """A tombstone that was cut off breaks no chain: compare with what the release calls public."""
    released: dict[str, str] = {}
    with (folder / PUBLIC).open("rb") as file:
        for number, line in enumerate(file, 1):
            with at_line(PUBLIC, number):
                code = orjson.loads(line)["id"]
                released[code] = hashlib.sha256(line.rstrip(b"\n")).hexdigest()
    public = dict(Edition.objects.public().values_list("code", "sha256"))
    differing = (
        code for code in sorted({*released, *public}) if released.get(code) != public.get(code)
    )
    if named := list(islice(differing, NAMED)):
        words = {"files": f"{EDITIONS}, {PUBLIC}", "ids": ", ".join(named)}
        raise Refused(_("%(files)s: they disagree on what is public: %(ids)s.") % words)
