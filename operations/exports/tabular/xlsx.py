"""XLSX: typed cells under a frozen header, with the code book and what the file is beside them.

Written row by row into a temporary file, so that the size of the record is no matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from operations.columns import Column, Kind, Table
from operations.exports.answers import TooLarge
from operations.exports.cells import SEPARATOR, joined
from operations.exports.licence import LICENCE_URL

from .rows import Sheet

# What the format itself can hold.
MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
CUT = " [… cut: a cell holds no more, the CSV file does]"
WIDTH = 18
DAY, MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
# Times inside the file must not tell when it was asked for: the same record is the same bytes.
NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zones
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def written(sheet: Sheet) -> IO[bytes]:
    """The file, open at its beginning; it is gone when it is closed."""
    target = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    with book(target) as made:
        write_table(made, sheet)
        write_codebook(made, sheet.table)
        write_about(made, sheet.about)
    target.seek(0)
    return target


@contextmanager
def book(target: IO[bytes]) -> Iterator[Any]:
    with TemporaryDirectory() as folder:
        made = xlsxwriter.Workbook(target, {**OPTIONS, "tmpdir": folder})
        made.set_properties({"created": NEVER})
        yield made
        made.close()


def refuse_too_long(sheet: Sheet) -> None:
    if sheet.about["count"] > MOST_ROWS:
        words = _("XLSX holds at most %(most)s rows, and these are %(count)s: take CSV or NDJSON.")
        raise TooLarge(words % {"most": MOST_ROWS, "count": sheet.about["count"]})


def write_table(made: Any, sheet: Sheet) -> None:
    page = made.add_worksheet(sheet.table.name)
    bold = made.add_format({"bold": True})
    formats = {
        Kind.DAY: made.add_format({"num_format": DAY}),
        Kind.MOMENT: made.add_format({"num_format": MOMENT}),
    }
    page.freeze_panes(1, 1)
    page.set_column(0, len(sheet.columns) - 1, WIDTH)
    page.write_row(0, 0, [column.name for column in sheet.columns], bold)
    for number, row in enumerate(sheet.rows(), start=1):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            put(page, number, place, typed(column, value), formats.get(column.kind))


def put(page: Any, row: int, place: int, value: Any, form: Any) -> None:
    match value:
        case None | "":
            return
        case bool():
            page.write_boolean(row, place, value)
        case int() | float():
            page.write_number(row, place, value)
        case date():
            page.write_datetime(row, place, value, form)
        case _:
            page.write_string(row, place, fitting(str(value)))


def fitting(text: str) -> str:
    """The text, or as much of it as a cell holds, which says so itself."""
    if len(text) <= MOST_CHARACTERS:
        return text
    return text[: MOST_CHARACTERS - len(CUT)] + CUT


def typed(column: Column, value: Any) -> Any:
    """A value as the format types it; days before 1900, which it has no number for, as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list):
        return joined(value)
    if column.kind is Kind.DAY and value >= "1900-03-01":
        return date.fromisoformat(value)
    if column.kind is Kind.MOMENT:
        return datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
    return value


def write_codebook(made: Any, table: Table) -> None:
    """Every column of the table, chosen or not."""
    page = made.add_worksheet("codebook")
    page.freeze_panes(1, 1)
    page.set_column(0, 4, WIDTH)
    page.write_row(0, 0, ["column", "title", "type", "meaning", "codes"])
    for number, column in enumerate(table.columns, start=1):
        facts = [column.name, column.title, column.kind.value, column.description]
        page.write_row(number, 0, [*facts, SEPARATOR.join(column.codes)])


def write_about(made: Any, about: dict[str, Any]) -> None:
    page = made.add_worksheet("about")
    page.set_column(0, 1, WIDTH * 2)
    query = "&".join(
        f"{name}={value}" for name, values in about["query"].items() for value in values
    )
    facts = {**about, "query": query, "licence address": LICENCE_URL}
    for number, (name, value) in enumerate(facts.items()):
        page.write_row(number, 0, [name, "" if value is None else value])
