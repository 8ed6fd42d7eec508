"""The tables of a release: CSV, XLSX, Parquet, and one SQLite file with both."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from operations.columns import TABLES, Column, Kind, Table
from operations.exports.cells import joined
from operations.exports.tabular import csv, parquet, xlsx
from operations.exports.tabular.rows import Sheet

from .state import State

SQLITE = "record.sqlite3"
AFFINITY = {Kind.WHOLE: "INTEGER", Kind.FLAG: "INTEGER", Kind.NUMBER: "REAL"}


def write(state: State, folder: Path) -> None:
    sheets = [Sheet.of(table, state.asked()) for table in TABLES.values()]
    for sheet in sheets:
        name = sheet.table.name
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as target:
            target.writelines(csv.lines(sheet))
        for suffix, form in (("xlsx", xlsx), ("parquet", parquet)):
            with form.written(sheet) as made, (folder / f"{name}.{suffix}").open("wb") as target:
                shutil.copyfileobj(made, target)
    write_sqlite(sheets, folder / SQLITE)


def write_sqlite(sheets: list[Sheet], target: Path) -> None:
    with closing(sqlite3.connect(target)) as database, database:
        for sheet in sheets:
            database.execute(definition(sheet.table))
            marks = ", ".join("?" * len(sheet.columns))
            database.executemany(
                f'INSERT INTO "{sheet.table.name}" VALUES ({marks})',  # noqa: S608 - our own names
                (list(map(stored, row)) for row in sheet.rows()),
            )


def definition(table: Table) -> str:
    columns = ", ".join(defined(column) for column in table.columns)
    return f'CREATE TABLE "{table.name}" ({columns}) STRICT'


def defined(column: Column) -> str:
    key = " PRIMARY KEY" if column.name == "id" else ""
    return f'"{column.name}" {AFFINITY.get(column.kind, "TEXT")}{key}'


def stored(value: Any) -> Any:
    """A value as SQLite holds it: lists as in CSV, yes and no as 1 and 0."""
    if isinstance(value, list):
        return joined(value)
    return int(value) if isinstance(value, bool) else value
