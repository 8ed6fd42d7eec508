"""Rows laid over what is recorded: columns that a file does not have leave things as they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from operations.sheets.cells import normal
from operations.sheets.columns import Column, Table, copied
from operations.sheets.faults import Fault
from operations.sheets.reading.book import Row


def lay(
    row: Row, columns: Iterable[Column], below: dict[str, Any], faults: list[Fault]
) -> dict[str, Any]:
    """The document with every cell of the row put in its place; an empty cell empties it.

    A cell that says what the export would write is no change. So what a cell cannot say
    exactly, such as white space at the end, survives the way out and back in.
    """
    made: dict[str, Any] = copied(below)
    for column in columns:
        if column.name not in row.cells:
            continue
        text = row.cells[column.name]
        if text == normal(column.cell(below)):
            continue
        try:
            column.put(made, column.kind.read(text))
        except ValueError as error:
            faults.append(Fault(row.place, column.name, str(error), text))
    return made


def without_gaps(row: Row, table: Table, made: dict[str, Any]) -> dict[str, Any]:
    """Where a code may not be empty, an empty cell means what a new record begins with."""
    for column in table.content:
        initial = column.get(table.blank) if column.path[0] in table.blank else None
        if column.choices and initial and column.get(made) == "":
            column.put(made, initial)
    return made
