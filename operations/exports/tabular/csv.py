"""CSV in UTF-8: numbers and dates in ISO form, lists with semicolons, nothing that could run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from operations.exports.cells import safe

from .rows import Sheet

BOM = "\ufeff"


class Line:
    """What ``csv`` writes to: it hands each line on instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def lines(sheet: Sheet) -> Iterator[str]:
    """The file, a line at a time; the mark before the header tells Excel that it is UTF-8."""
    writer = csv.writer(Line())
    header = writer.writerow([column.name for column in sheet.columns])
    yield f"{BOM}{header}" if sheet.asked.bom else header
    for row in sheet.rows():
        yield writer.writerow([cell(value) for value in row])


def cell(value: Any) -> str:
    """A number is written as it is; a text that a spreadsheet would run is made harmless."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else safe(value)
