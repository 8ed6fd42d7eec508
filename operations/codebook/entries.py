"""A column as the code book tells it: name, meaning, type, codes, where else it is, an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from operations.columns import TABLES, Column, Kind, Table
from operations.columns.table_schema import TYPES
from operations.exports.cells import joined
from operations.models import Edition

from .lists import name_of_list

# An example is the first value that one of the latest documents has.
READ = 40
XLSX = {
    Kind.TEXTS: "text",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
    Kind.MOMENT: "date and time (UTC)",
    Kind.WHOLE: "number",
    Kind.NUMBER: "number",
}
PARQUET = {
    Kind.TEXTS: "list<string>",
    Kind.FLAG: "bool",
    Kind.DAY: "date32",
    Kind.MOMENT: "timestamp[s, UTC]",
    Kind.WHOLE: "int64",
    Kind.NUMBER: "double",
}


@dataclass(frozen=True)
class Example:
    """A value as CSV writes it, and the operation that it was read from."""

    text: str
    operation: str


@dataclass(frozen=True)
class Entry:
    """``json`` is where documents hold it; ``csv``, ``xlsx``, ``parquet`` are its types there."""

    column: Column
    example: Example | None

    @property
    def json(self) -> str:
        return self.column.path

    @property
    def csv(self) -> str:
        return TYPES[self.column.kind]

    @property
    def xlsx(self) -> str:
        return XLSX.get(self.column.kind, "text")

    @property
    def parquet(self) -> str:
        return PARQUET.get(self.column.kind, "string")

    @property
    def code_list(self) -> str:
        return name_of_list(self.column.codes)


def examples() -> dict[tuple[str, str], Example]:
    """By table and column: a value of each from the latest public documents that have one."""
    found: dict[tuple[str, str], Example] = {}
    latest = Edition.objects.public().order_by("undated", "-sort_date", "code")
    for text in latest.values_list("document", flat=True)[:READ]:
        document = orjson.loads(text)
        for key, value in values(document):
            if key not in found and value not in (None, "", []):
                found[key] = Example(written(value), document["id"])
    return found


def values(document: dict[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    for table in TABLES.values():
        for content in table.rows(document):
            for column in table.columns:
                yield (table.name, column.name), column.read(content)


def written(value: Any) -> str:
    """As CSV writes it."""
    if isinstance(value, list):
        return joined(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def entries(table: Table, given: dict[tuple[str, str], Example]) -> list[Entry]:
    return [Entry(column, given.get((table.name, column.name))) for column in table.columns]
