"""Working copies as rows, in the order of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from operations.sheets.columns import FIGURES, OPERATIONS, Table
from operations.sheets.planning import Known, batches, with_further_sources
from operations.sheets.planning.known import Held
from operations.sheets.planning.sources import describe

Document = dict[str, Any]


def documents(codes: Iterable[str]) -> Iterator[Document]:
    """Working copies in the order of their ids, each with the number of its last revision."""
    known = Known()
    for some in batches(sorted(set(codes))):
        known.look_up(some)
        for code in some:
            if code in known.held:
                yield with_revision(known.held.pop(code))


def with_revision(held: Held) -> Document:
    return {**held.document, "revision": held.revision_number or None}


def rows(table: Table, found: Iterable[Document]) -> Iterator[list[str]]:
    """What stands under the header."""
    if table is OPERATIONS:
        yield from (cells(table, with_further_sources(document)) for document in found)
    elif table is FIGURES:
        for document in found:
            yield from (cells(table, figure_row(document, entry)) for entry in document["figures"])
    else:
        yield from (cells(table, document) for document in source_documents(found))


def figure_row(document: Document, entry: Document) -> Document:
    number = entry["id"].rpartition(".")[2]
    part_of = (entry["part_of"] or "").rpartition(".")[2] or None
    own = {"operation": document["id"], "revision": document["revision"]}
    return {**entry, **own, "figure": number, "part_of": part_of, "remove": False}


def cells(table: Table, document: Document) -> list[str]:
    return ["" if is_idle(column.name) else column.cell(document) for column in table.columns]


def is_idle(name: str) -> bool:
    """Columns that an export leaves empty: they tell the import what to do."""
    return name == "remove"


def source_documents(found: Iterable[Document]) -> list[Document]:
    """The sources that documents name, described once."""
    from operations.models import Source

    codes = {source["id"] for document in found for source in document["sources"]}
    made: list[Document] = []
    for some in batches(sorted(codes)):
        made += [describe(source) for source in Source.objects.filter(code__in=some)]
    return made
