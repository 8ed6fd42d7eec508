"""What an import would change, column by column, in the words of the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from operations.sheets.columns import FIGURES, OPERATIONS, Table

from .target import Target

Document = dict[str, Any]
Line = dict[str, str]


@dataclass(frozen=True)
class Changes:
    """One operation; ``lines`` say figure, column, before and after."""

    code: str
    name: str
    is_new: bool
    figures: int
    lines: list[Line]

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))


def changes(target: Target) -> Changes:
    document = target.document
    name = " ".join(filter(None, document["name"].values()))
    lines = [] if target.held is None else list(differing(target.held.document, document))
    return Changes(target.code, name, target.is_new, len(document["figures"]), lines)


def differing(before: Document, after: Document) -> Iterator[Line]:
    yield from of_table(OPERATIONS, "", with_further_sources(before), with_further_sources(after))
    old = {entry["id"]: entry for entry in before["figures"]}
    new = {entry["id"]: entry for entry in after["figures"]}
    for figure_id in dict.fromkeys([*new, *old]):
        yield from of_figure(figure_id, old.get(figure_id), new.get(figure_id))


def of_figure(figure_id: str, old: Document | None, new: Document | None) -> Iterator[Line]:
    if old is not None and new is not None:
        yield from of_table(FIGURES, figure_id, old, new)
    else:
        before, after = in_short(old), in_short(new)
        yield {"figure": figure_id, "column": "", "before": before, "after": after}


def in_short(entry: Document | None) -> str:
    """A whole figure in one cell: every column that says more than nothing."""
    if entry is None:
        return ""
    blank = FIGURES.blank
    said = (
        f"{column.name}: {column.cell(entry)}"
        for column in FIGURES.content
        if column.get(entry) != column.get(blank)
    )
    return " · ".join(said)


def of_table(table: Table, figure_id: str, before: Document, after: Document) -> Iterator[Line]:
    for column in table.content:
        if column.get(before) != column.get(after):
            yield {
                "figure": figure_id,
                "column": column.name,
                "before": column.cell(before),
                "after": column.cell(after),
            }


def with_further_sources(document: Document) -> Document:
    """Sources as the column lists them: those that no figure cites."""
    cited = {c["source"] for entry in document["figures"] for c in entry["citations"]}
    further = [source for source in document["sources"] if source["id"] not in cited]
    return {**document, "sources": further}
