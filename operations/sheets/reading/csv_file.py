"""A CSV file: one table, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from operations.problems import Refused
from operations.sheets.cells import plain

from .book import Cells, Grid
from .header import recognised

DELIMITERS = (",", ";", "\t")


def grid(text: str, name: str) -> Grid:
    return Grid(name, lines(text, delimiter(text)))


def delimiter(text: str) -> str:
    """The sign that makes a known table of the first line; else the one that it holds most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for sign in DELIMITERS:
        if recognised([cell.strip('" ') for cell in first.split(sign)]):
            return sign
    return max(DELIMITERS, key=first.count)


def lines(text: str, sign: str) -> Iterator[Cells]:
    """Rows as a spreadsheet numbers them. ``Refused`` when quotes do not match."""
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True), 1
        ):
            yield number, [plain(cell) for cell in cells]
    except csv.Error as error:
        words = {"row": number + 1, "error": error}
        message = _(
            "Row %(row)s is not CSV: a quotation mark is missing or one too many (%(error)s)."
        )
        raise Refused(message % words) from error
