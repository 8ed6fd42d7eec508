"""Documents of a JSON file → targets, with the path in the file where rows have their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from operations.importing.figures import number_of
from operations.importing.operations import mirror_overlaps
from operations.importing.shape import fit
from operations.importing.shapes import FIGURE, OPERATION, SOURCE
from operations.models import Operation
from operations.sheets.columns import SOURCES, Table
from operations.sheets.faults import Fault, Place
from operations.sheets.reading.book import Book, Row, Sheet

from .known import Held, Known, normal
from .target import Target

Document = dict[str, Any]


def targets(
    book: Book, known: Known, report: Callable[[int, int], None] = lambda *_: None
) -> list[Target]:
    """One target a document; a document of the wrong shape is told of, every spot of it."""
    given = book.documents or []
    known.look_up(str(document.get("id")) for document in given)
    made: dict[str, Target] = {}
    for place, document in enumerate(given):
        report(place, len(given))
        target = target_of(book, known, document, f"operations[{place}]")
        if target and target.code in made:
            message = _("Two operations have this id.")
            book.faults.append(Fault(Place(f"operations[{place}]"), "id", message, target.code))
        elif target:
            made[target.code] = target
    mirror_overlaps([target.document for target in made.values()])
    return list(made.values())


def target_of(book: Book, known: Known, document: Document, path: str) -> Target | None:
    wrong = list(misfits(document, path))
    book.faults.extend(wrong)
    if wrong:
        return None
    held = known.held.get(document["id"])
    made = Target(document["id"], normal(with_silence(document, held)), held)
    made.revision = document.get("revision") if is_number(document.get("revision")) else None
    made.rows[""] = Row(Place(path), {})
    for place, entry in enumerate(document["figures"]):
        made.rows[entry["id"]] = Row(Place(f"{path}.figures[{place}]"), {})
    return made


def with_silence(document: Document, held: Held | None) -> Document:
    """The document with what it may leave out: that stays as it is recorded."""
    recorded: Document = held.document if held else {"internal_notes": "", "figures": []}
    origins = {entry["id"]: entry["came_from"] for entry in recorded["figures"]}
    figures = [{"came_from": origins.get(entry["id"]), **entry} for entry in document["figures"]]
    return {"internal_notes": recorded["internal_notes"], **document, "figures": figures}


def is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def misfits(document: Document, path: str) -> Iterator[Fault]:
    """Every key that is missing or of the wrong type; ids of figures that cannot be."""
    own = {key: shape for key, shape in OPERATION.items() if key != "figures"}
    yield from wrong_keys(document, own, path)
    figures = document.get("figures")
    if not isinstance(figures, list) or not all(isinstance(entry, dict) for entry in figures):
        yield Fault(Place(path), "figures", _("Expected a list of objects."))
        return
    seen: set[str] = set()
    for place, entry in enumerate(figures):
        spot = f"{path}.figures[{place}]"
        faults = list(wrong_keys(entry, FIGURE, spot))
        yield from faults
        if not faults:
            yield from wrong_number(entry["id"], str(document.get("id")), spot, seen)


def wrong_keys(value: Document, shape: dict[str, Any], path: str) -> Iterator[Fault]:
    for key, inner in shape.items():
        try:
            fit(value, {key: inner})
        except ValidationError as error:
            yield Fault(Place(path), key.removesuffix("?"), error.messages[0])


def wrong_number(figure_id: str, owner: str, path: str, seen: set[str]) -> Iterator[Fault]:
    try:
        number_of(figure_id, Operation(code=owner))
    except ValidationError as error:
        yield Fault(Place(path), "id", error.messages[0], figure_id)
    if figure_id in seen:
        yield Fault(Place(path), "id", _("Two figures have this id."), figure_id)
    seen.add(figure_id)


def sheet_of_sources(book: Book) -> None:
    """Sources of a JSON file as rows, so that they are read like those of a sheet."""
    sheet = Sheet(SOURCES, list(SOURCES.columns))
    for place, document in enumerate(book.sources):
        path = f"sources[{place}]"
        wrong = list(wrong_keys(document, {**SOURCE, "note?": str}, path))
        book.faults.extend(wrong)
        if not wrong:
            sheet.rows.append(Row(Place(path), cells(SOURCES, {"note": "", **document})))
    book.sheets[SOURCES.name] = sheet


def cells(table: Table, document: Document) -> dict[str, str]:
    return {column.name: column.cell(document) for column in table.columns}
