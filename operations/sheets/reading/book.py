"""A file that was read: tables of texts, or documents, and what readers should know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from operations.sheets.columns import Column, Table
from operations.sheets.faults import Fault, Place


@dataclass(frozen=True)
class Wrong:
    """A cell that cannot be taken for a text, and why."""

    text: str
    message: str


Cell = str | Wrong
Cells = tuple[int, list[Cell]]


@dataclass(frozen=True)
class Grid:
    """What one sheet holds, each row with its number; the name is only shown."""

    name: str
    rows: Iterable[Cells]


@dataclass
class Row:
    """One row under the names of its columns."""

    place: Place
    cells: dict[str, str]

    def get(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass
class Sheet:
    table: Table
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)


@dataclass
class Book:
    """``notices`` say how the file was read. ``documents`` are those of a JSON file."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    documents: list[dict[str, Any]] | None = None
    sources: list[dict[str, Any]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def rows(self, table: Table) -> list[Row]:
        sheet = self.sheets.get(table.name)
        return sheet.rows if sheet else []

    @property
    def counts(self) -> dict[str, int]:
        """How many rows or documents there are, by table."""
        if self.documents is not None:
            return {"operations": len(self.documents), "sources": len(self.sources)}
        return {name: len(sheet.rows) for name, sheet in self.sheets.items()}
