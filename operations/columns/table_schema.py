"""A table as Table Schema (Frictionless) describes it."""

from __future__ import annotations

from typing import Any

from .column import Column, Kind
from .tables import Table

# Lists are texts in CSV, with semicolons between their items.
TYPES = {
    Kind.TEXT: "string",
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
    Kind.MOMENT: "datetime",
    Kind.TEXTS: "string",
}


def table_schema(table: Table) -> dict[str, Any]:
    """Fields with types, meanings and codes, and the key of a row."""
    return {
        "fields": [field(column) for column in table.columns],
        "primaryKey": ["id"],
        "missingValues": [""],
    }


def field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": TYPES[column.kind], "title": column.title}
    if column.description:
        found["description"] = column.description
    if column.kind is Kind.MOMENT:
        found["format"] = "%Y-%m-%dT%H:%M:%SZ"
    if column.codes and not column.is_list:
        found["constraints"] = {"enum": column.codes}
    return found
