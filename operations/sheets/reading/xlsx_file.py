"""An XLSX file: its sheets as texts. Formulas are refused, hidden sheets are not read."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from operations.problems import Refused
from operations.sheets.cells import normal

from .book import Cell, Cells, Grid, Wrong
from .guard import refuse_bomb
from .limits import MAX_COLUMNS, MAX_ROWS

# In the format of a date: what is quoted or in brackets is shown as it stands.
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def grids(stream: BinaryIO, first: int | None = None) -> tuple[list[Grid], list[str]]:
    """Every visible sheet, and what to tell about the others; ``first`` rows only, and quicker."""
    refuse_bomb(stream)
    book = opened(stream, is_quick=first is not None)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    ours = {"lists"}
    told = [
        _("The sheet “%(name)s” is hidden and was not read.") % {"name": name}
        for name in hidden
        if name not in ours
    ]
    return [Grid(sheet.title, list(islice(rows(sheet), first))) for sheet in visible], told


def opened(stream: BinaryIO, *, is_quick: bool) -> Any:
    stream.seek(0)
    try:
        with warnings.catch_warnings():
            # It warns of what it leaves out, such as pictures; only cells matter here.
            warnings.simplefilter("ignore")
            return load_workbook(stream, read_only=is_quick, keep_links=False)
    # The library fails in many ways on a damaged file.
    except Exception as error:
        raise Refused(
            _("The file is damaged: it cannot be read as a spreadsheet (%(error)s).")
            % {"error": f"{type(error).__name__}: {error}"[:200]}
        ) from error


def rows(sheet: Any) -> Iterator[Cells]:
    if (sheet.max_row or 0) > MAX_ROWS + 50:
        words = {"sheet": sheet.title, "rows": sheet.max_row, "limit": MAX_ROWS}
        message = _("%(sheet)s: %(rows)s rows are too many; at most %(limit)s at once.")
        raise Refused(message % words)
    covered = merged(sheet)
    widest = min(sheet.max_column or MAX_COLUMNS, MAX_COLUMNS)
    for number, cells in enumerate(sheet.iter_rows(max_col=widest), 1):
        yield number, [read(cell, covered.get((number, at))) for at, cell in enumerate(cells, 1)]


def merged(sheet: Any) -> dict[tuple[int, int], str]:
    """Cells that are merged with others, each with the range."""
    areas = sheet.merged_cells.ranges if hasattr(sheet, "merged_cells") else ()
    return {
        (row, column): str(area)
        for area in areas
        if area.size["rows"] * area.size["columns"] <= MAX_ROWS
        for row, column in area.cells
    }


def read(cell: Any, area: str | None) -> Cell:
    if area:
        message = _("The cells %(area)s are merged: split them, and fill each.")
        return Wrong("", message % {"area": area})
    value = cell.value
    if cell.data_type == "f":
        text = str(getattr(value, "text", value))[:80]
        return Wrong(text, _("A formula. Paste its value in its place."))
    if cell.data_type == "e":
        return Wrong(str(value), _("An error of the spreadsheet, not a value."))
    if isinstance(value, datetime | date | time):
        return dated(value, cell.number_format)
    return plain_text(value)


def plain_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return normal(str(value))


def dated(value: datetime | date | time, pattern: str) -> Cell:
    """A date as precise as the cell shows it: 2024-11 is stored as its first day.

    Nothing is invented: what has no day in its format has none here.
    """
    if isinstance(value, time) or (isinstance(value, datetime) and value.time() != time()):
        return Wrong(str(value), _("A time of day. Write the date alone, as text."))
    shown = LITERAL.sub("", pattern).casefold()
    if "d" in shown:
        return value.strftime("%Y-%m-%d")
    return value.strftime("%Y-%m") if "m" in shown else value.strftime("%Y")
