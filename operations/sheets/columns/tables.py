"""The three tables, and a blank document for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from operations import codes

from . import figure_columns, operation_columns, source_columns
from .column import Column


@dataclass(frozen=True)
class Table:
    """``content`` are the columns that stand in the document itself; ``blank`` is a new one."""

    name: str
    title: str | Promise
    columns: tuple[Column, ...]
    content: tuple[Column, ...]
    blank: dict[str, Any]
    required: tuple[str, ...]

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def pair() -> dict[str, str]:
    """Anew each time: a copy keeps what is one object one object."""
    return {"en": "", "zh-Hant": ""}


WHO = ("role", "sex", "age_group", "residency", "nationality", "age_from", "age_to")
NOTHING = ("value", "low", "high", "currency", "period", "as_at", "offence", "part_of")

OPERATION: dict[str, Any] = {
    "id": "",
    "name": pair(),
    "aliases": [],
    "summary": pair(),
    "kind": "",
    "status": str(codes.Status.NOT_STATED),
    "flags": [],
    "dates": {"edtf": "", "derived": False, "note": pair()},
    "series": None,
    "part_of": None,
    **{
        key: []
        for key in (
            "may_overlap",
            "agencies",
            "groups",
            "places",
            "offences",
            "methods",
            "routes",
            "figures",
            "sources",
            "links",
        )
    },
    "internal_notes": "",
}
FIGURE: dict[str, Any] = {
    "id": "",
    "measure": "",
    "value_type": str(codes.ValueType.VALUE),
    **dict.fromkeys(NOTHING),
    "qualifier": str(codes.Qualifier.EXACT),
    "scope": "",
    "counted_in": "",
    "reporting_status": str(codes.ReportingStatus.NOT_STATED),
    "who": {**dict.fromkeys(WHO), "source_term": ""},
    "breakdown": None,
    "breakdown_set": None,
    "covers": [],
    "derived": False,
    "came_from": None,
    "confidence": str(codes.Confidence.MEDIUM),
    "rank": str(codes.Rank.NORMAL),
    "rank_reason": None,
    "rank_note": pair(),
    "note": pair(),
    "citations": [],
}
SOURCE: dict[str, Any] = {
    **{column.name: "" for column in source_columns.COLUMNS},
    "published": None,
    "accessed_on": None,
    "archives": [],
}

OPERATIONS = Table(
    "operations",
    _("operations"),
    operation_columns.COLUMNS,
    tuple(c for c in operation_columns.COLUMNS if c is not operation_columns.REVISION),
    OPERATION,
    ("id",),
)
FIGURES = Table(
    "figures",
    _("figures"),
    figure_columns.COLUMNS,
    figure_columns.CONTENT,
    FIGURE,
    ("operation",),
)
SOURCES = Table(
    "sources",
    _("sources"),
    source_columns.COLUMNS,
    source_columns.COLUMNS,
    SOURCE,
    ("id", "publisher"),
)
TABLES = {table.name: table for table in (OPERATIONS, FIGURES, SOURCES)}


def blank(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = copied(table.blank)
    return found


def copied(value: Any) -> Any:
    """A copy of a document, deep enough to put values in; ``deepcopy`` takes five times as long."""
    return (
        {key: copied(inner) for key, inner in value.items()} if isinstance(value, dict) else value
    )
