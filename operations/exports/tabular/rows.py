"""The rows of a file, read from the documents a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from operations.columns import Column, Table
from operations.document.canonical import timestamp
from operations.exports.asking import Asked
from operations.exports.envelope import documents, meta
from operations.exports.figures import count as count_figures


@dataclass(frozen=True)
class Sheet:
    """One table as asked for. ``about`` is what the file says of itself: ``meta`` and version."""

    table: Table
    columns: tuple[Column, ...]
    asked: Asked
    about: dict[str, Any]

    @classmethod
    def of(cls, table: Table, asked: Asked) -> Sheet:
        return cls(table, table.chosen(asked.names), asked, about(table, asked))

    def rows(self) -> Iterator[list[Any]]:
        """Values in the order of the columns, as documents hold them."""
        for text in documents(self.asked.selection):
            for content in self.table.rows(orjson.loads(text)):
                yield [column.read(content) for column in self.columns]


def about(table: Table, asked: Asked) -> dict[str, Any]:
    selection = asked.selection
    figures = table.name == "figures"
    count = count_figures(selection) if figures else selection.editions.count()
    last = selection.version
    return {**meta(selection, count), "version": timestamp(last) if last else None}
