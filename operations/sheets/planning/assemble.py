"""Rows and documents of a file → one target an operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from operations.importing.operations import mirror_overlaps
from operations.sheets.columns import FIGURES, OPERATIONS, blank
from operations.sheets.columns.kinds import narrow
from operations.sheets.columns.operation_columns import REVISION
from operations.sheets.faults import Fault
from operations.sheets.reading.book import Book, Row

from .figures import Figures
from .known import Held, Known, normal
from .overlay import lay, without_gaps
from .target import Target


def targets(
    book: Book, known: Known, report: Callable[[int, int], None] = lambda *_: None
) -> list[Target]:
    """What each operation that the file names is to become; faults of cells included."""
    own, figures = rows_by_operation(book)
    codes = list(dict.fromkeys([*own, *figures]))
    known.look_up(codes)
    made = []
    for place, code in enumerate(codes):
        report(place, len(codes))
        rows = figures.get(code, [])
        made.append(target(code, own.get(code), rows, known.held.get(code)))
    mirror_overlaps([each.document for each in made])
    return made


def rows_by_operation(book: Book) -> tuple[dict[str, Row], dict[str, list[Row]]]:
    own: dict[str, Row] = {}
    for row in book.rows(OPERATIONS):
        code = narrow(row.get("id"))
        if not code:
            book.faults.append(Fault(row.place, "id", _("The id is missing.")))
        elif code in own:
            message = _("Row %(row)s is of the same operation.") % {"row": own[code].place.row}
            book.faults.append(Fault(row.place, "id", message, code))
        else:
            own[code] = row
    figures: dict[str, list[Row]] = {}
    for row in book.rows(FIGURES):
        code = narrow(row.get("operation"))
        if code:
            figures.setdefault(code, []).append(row)
        else:
            message = _("Say which operation the figure belongs to.")
            book.faults.append(Fault(row.place, "operation", message))
    return own, figures


def target(code: str, own: Row | None, figures: list[Row], held: Held | None) -> Target:
    below = held.document if held else {**blank(OPERATIONS), "id": code}
    last_number = held.last_figure_number if held else 0
    made = laid(code, own, figures, below, last_number)
    made.held = held
    made.revision = revision(made, [row for row in (own, *figures) if row])
    return made


def laid(
    code: str, own: Row | None, figures: list[Row], below: dict[str, Any], last_number: int
) -> Target:
    """The operation with rows laid over ``below``."""
    faults: list[Fault] = []
    document = {**below, "figures": []}
    if own:
        columns = [column for column in OPERATIONS.content if column.name != "id"]
        document = without_gaps(own, OPERATIONS, lay(own, columns, document, faults))
    recorded = {entry["id"]: entry for entry in below["figures"]}
    table = Figures(code, recorded, last_number, faults)
    table.take(figures)
    document["figures"] = sorted(table.entries.values(), key=number)
    document["sources"] = sources(document, below, own)
    rows = {"": own} if own else {}
    return Target(code, normal(document), rows={**rows, **table.rows}, faults=faults)


def sources(document: dict[str, Any], below: dict[str, Any], own: Row | None) -> list[Any]:
    """Further sources, as the file or the record lists them; cited ones are added by ``normal``.

    Cells list the further ones only, so what figures cited before is taken out of the old list.
    """
    if own and "sources" in own.cells:
        return list(document["sources"])
    cited = {c["source"] for entry in below["figures"] for c in entry["citations"]}
    return [source for source in below["sources"] if source["id"] not in cited]


def number(entry: dict[str, Any]) -> int:
    return int(entry["id"].rpartition(".")[2])


def revision(made: Target, rows: list[Row]) -> int | None:
    """The revision that the file was made from; its rows have to agree."""
    given: set[int] = set()
    for row in rows:
        try:
            value = REVISION.kind.read(row.get("revision"))
        except ValueError as error:
            made.faults.append(Fault(row.place, "revision", str(error), row.get("revision")))
            continue
        if value is not None:
            given.add(value)
        if len(given) > 1:
            message = _("The rows of one operation name different revisions.")
            made.faults.append(Fault(row.place, "revision", message, row.get("revision")))
            return None
    return next(iter(given), None)
