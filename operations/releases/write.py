"""Writing the files of a release: the record, then what is named after it, the sums last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings

from operations.exports.figures import figures
from operations.exports.operations import items
from operations.models import VOCABULARIES, ReleaseMade

from . import croissant, datapackage, prose, rows, schema, tables
from .catalogue import SUMS
from .files import digest, inside
from .state import State

INDENTED = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS


def write(state: State, over: datetime, folder: Path) -> ReleaseMade:
    """Write every file; returns the row of the release, which is not stored yet."""
    write_record(state, folder)
    made = named(state, over, fingerprint(folder))
    earlier = list(ReleaseMade.objects.filter(name__lt=made.name))
    write_about(replace(state, moment=made.moment), [*earlier, made], folder)
    write_sums(folder)
    return made


def named(state: State, over: datetime, shown: str) -> ReleaseMade:
    """The newest release when nothing changed since; else one with a name of its own.

    It is named after the last thing that has a time. Where only terms or sources changed, which
    have none, the name is the last second that is over.
    """
    newest = ReleaseMade.objects.last()
    if newest and newest.state == shown:
        return newest
    if newest and state.moment <= newest.moment:
        state = replace(state, moment=over)
    return ReleaseMade(name=state.name, last_edition=state.last, state=shown)


def fingerprint(folder: Path) -> str:
    """One hash of the record, and of the address under which it is shown."""
    return hashlib.sha256("".join([settings.SITE_URL, "\n", *sums(folder)]).encode()).hexdigest()


def write_record(state: State, folder: Path) -> None:
    """What does not depend on the name: the layout that ``load_data`` reads, and every line."""
    (folder / "terms").mkdir()
    (folder / "operations").mkdir()
    for vocabulary in VOCABULARIES:
        write_json(folder / "terms" / f"{vocabulary}.json", rows.terms(vocabulary))
    write_json(folder / "sources.json", rows.sources())
    for text in items(state.asked()):
        document = orjson.loads(text)
        write_json(folder / "operations" / f"{document['id']}.json", document)
    for name in rows.CONTEXT:
        write_json(folder / f"{name}.json", rows.context(name))
    write_lines(folder / "operations.ndjson", items(state.asked()))
    write_lines(folder / "figures.ndjson", figures(state.asked()))
    write_lines(folder / "editions.ndjson", rows.editions(state.editions()))
    for name, content in schema.schemas().items():
        write_json(folder / name, content)


def write_about(state: State, releases: list[ReleaseMade], folder: Path) -> None:
    """Tables and descriptions. ``releases`` are the earlier ones and this, in their order."""
    tables.write(state, folder)
    earlier = releases[-2] if len(releases) > 1 else None
    for name, text in prose.texts(state, earlier).items():
        (folder / name).write_text(text, "utf-8")
    write_json(folder / "releases.json", [made.row for made in releases])
    write_json(folder / "croissant.json", croissant.description(state, folder))
    write_json(folder / "datapackage.json", datapackage.description(state, folder))


def write_json(target: Path, content: Any) -> None:
    target.write_bytes(orjson.dumps(content, option=INDENTED) + b"\n")


def write_lines(target: Path, lines: Iterable[bytes]) -> None:
    with target.open("wb") as file:
        file.writelines(line + b"\n" for line in lines)


def write_sums(folder: Path) -> None:
    """As ``sha256sum --check`` reads them."""
    (folder / SUMS).write_text("".join(list(sums(folder))), "utf-8")


def sums(folder: Path) -> Iterator[str]:
    for name in inside(folder):
        yield f"{digest(folder / name)}  {name}\n"
