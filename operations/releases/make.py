"""Writing a release: all files, their sums, and only then its name."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import orjson
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from operations.exports.figures import figures
from operations.exports.operations import items
from operations.models import VOCABULARIES
from operations.problems import Refused

from . import croissant, datapackage, prose, rows, schema, tables
from .catalogue import SUMS, Release, find, home, known
from .files import digest, inside
from .state import State

INDENTED = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS


def make() -> tuple[Release, bool]:
    """The release of the record as it is now, and whether it is new.

    The same state gives the same bytes. ``Refused`` when another package of that name differs:
    a release is never written again.
    """
    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(mkdtemp(dir=home(), prefix=".draft-"))
    try:
        # What a release says of itself is in English, whoever makes it.
        with transaction.atomic(), translation.override("en"):
            state = State.now()
            write(state, draft)
        return settle(state, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def settle(state: State, draft: Path) -> tuple[Release, bool]:
    """Give the draft its name, unless the same release is there already."""
    there = find(state.name)
    if there is None:
        draft.chmod(0o700)
        return Release(draft.rename(home() / state.name)), True
    if there.sums != Release(draft).sums:
        words = {"name": state.name, "files": ", ".join(differing(there, Release(draft)))}
        raise Refused(
            _("The release %(name)s exists and is never changed, but would differ in: %(files)s.")
            % words
        )
    return there, False


def differing(one: Release, other: Release) -> list[str]:
    names = sorted({*one.sums, *other.sums})
    return [name for name in names if one.sums.get(name) != other.sums.get(name)]


def write(state: State, folder: Path) -> None:
    """Every file, the sums last."""
    write_interchange(state, folder)
    write_lines(folder / "operations.ndjson", items(state.asked()))
    write_lines(folder / "figures.ndjson", figures(state.asked()))
    write_lines(folder / "editions.ndjson", rows.editions(state.editions()))
    tables.write(state, folder)
    for name, content in schema.schemas().items():
        write_json(folder / name, content)
    earlier = [each for each in known() if each.name < state.name]
    for name, text in prose.texts(state, earlier[0].name if earlier else "").items():
        (folder / name).write_text(text, "utf-8")
    write_json(folder / "croissant.json", croissant.description(state, folder))
    write_json(folder / "datapackage.json", datapackage.description(state, folder))
    write_sums(folder)


def write_interchange(state: State, folder: Path) -> None:
    """The layout that ``load_data`` reads."""
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


def write_json(target: Path, content: Any) -> None:
    target.write_bytes(orjson.dumps(content, option=INDENTED) + b"\n")


def write_lines(target: Path, lines: Iterable[bytes]) -> None:
    with target.open("wb") as file:
        file.writelines(line + b"\n" for line in lines)


def write_sums(folder: Path) -> None:
    """As ``sha256sum --check`` reads them."""
    lines = [f"{digest(folder / name)}  {name}\n" for name in inside(folder)]
    (folder / SUMS).write_text("".join(lines), "utf-8")
