"""Grids of cells → sheets of rows under known columns."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from operations.problems import Refused
from operations.sheets.columns import TABLES, Column, Table
from operations.sheets.faults import Fault, Place

from .book import Book, Cell, Cells, Grid, Row, Sheet, Wrong
from .header import columns_of, recognised
from .limits import MAX_ROWS

# With a space: “#a” may be the name of a figure.
COMMENT = "# "


def take(book: Book, grid: Grid, *, is_only: bool) -> None:
    """Add what a grid holds. A sheet that is no table is told of, unless it is the only one."""
    rows = iter(grid.rows)
    header = next((cells for _number, cells in rows if any(words(cells))), [])
    table = recognised(words(header)) or titled(grid.name)
    if table is None:
        if is_only:
            raise Refused(no_header(header))
        book.notices.append(_("The sheet “%(name)s” was not read.") % {"name": grid.name})
        return
    if table.name in book.sheets:
        message = _("There are two sheets of %(table)s; put them together.")
        raise Refused(message % {"table": table.title})
    columns = columns_of(table, words(header), grid.name)
    sheet = Sheet(table, [column for column in columns if column])
    book.sheets[table.name] = sheet
    for place, cells in numbered(grid, rows):
        sheet.rows.append(row(book, place, columns, cells))


def titled(name: str) -> Table | None:
    """The table that a sheet is called after, in either language."""
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            for table in TABLES.values():
                if name.strip().casefold() in {table.name, str(table.title).casefold()}:
                    return table
    return None


def words(cells: list[Cell]) -> list[str]:
    return [cell.text if isinstance(cell, Wrong) else cell for cell in cells]


def no_header(header: list[Cell]) -> str:
    found = ", ".join(text for text in words(header) if text)[:200] or "–"
    return _(
        "The first row names no table that is known: it needs a column “id” or “operation” and"
        " others of the template. It holds: %(found)s."
    ) % {"found": found}


def numbered(grid: Grid, rows: Iterator[Cells]) -> Iterator[tuple[Place, list[Cell]]]:
    """Rows that hold something and are no comments."""
    count = 0
    for number, cells in rows:
        texts = words(cells)
        is_merged = any(isinstance(cell, Wrong) for cell in cells)
        if not (any(texts) or is_merged) or is_comment(texts):
            continue
        count += 1
        if count > MAX_ROWS:
            message = _("More than %(limit)s rows are too many at once.")
            raise Refused(message % {"limit": MAX_ROWS})
        yield Place(grid.name, number), cells


def is_comment(texts: list[str]) -> bool:
    return bool(texts) and f"{texts[0]} ".startswith(COMMENT)


def row(book: Book, place: Place, columns: list[Column | None], cells: list[Cell]) -> Row:
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        name = column.name if column else ""
        if isinstance(cell, Wrong):
            book.faults.append(Fault(place, name, cell.message, cell.text))
        elif column:
            found[name] = cell
        elif cell:
            book.faults.append(Fault(place, "", _("This column has no name."), cell))
    for cell in cells[len(columns) :]:
        if text := words([cell])[0]:
            message = _("The row has more cells than the header.")
            book.faults.append(Fault(place, "", message, text))
    return Row(place, {column.name: found.get(column.name, "") for column in columns if column})
