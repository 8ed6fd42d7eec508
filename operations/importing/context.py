"""Assessments, statements and findings of the interchange format → working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from operations import history, publishing
from operations.document import Lookup
from operations.document.context import ContextRecord
from operations.models import (
    Assessment,
    Finding,
    Group,
    Method,
    Offence,
    Place,
    Source,
    Statement,
)

from . import shapes
from .figures import cited, load_figures
from .saving import find, is_verbatim, named, naming, put_coded, text
from .shape import fit

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def load_assessment(row: dict[str, Any], by: User | None) -> None:
    with naming(f"assessment {row.get('id')}"):
        row = fit(row, shapes.ASSESSMENT)
        values = {
            **text(row["body"], "body"),
            "series": row["series"],
            "year": row["year"],
            "covers": row["covers"] or "",
            "tier": row["tier"],
            **text(row["note"], "note"),
        }
        record, _ = put_coded(Assessment, row["id"], values)
        finish(record, row, by)


def load_statement(row: dict[str, Any], by: User | None) -> None:
    with naming(f"statement {row.get('id')}"):
        row = fit(row, shapes.STATEMENT)
        values = {
            "kind": row["kind"],
            "date": row["date"] or "",
            **text(row["body"], "body"),
            "answers": find(Assessment, row["answers"]),
            **text(row["subject"], "subject"),
            **text(row["summary"], "summary"),
        }
        record, _ = put_coded(Statement, row["id"], values)
        finish(record, row, by)


def load_finding(row: dict[str, Any], by: User | None) -> None:
    with naming(f"finding {row.get('id')}"):
        row = fit(row, shapes.FINDING)
        values = {
            "kind": row["kind"],
            **text(row["text"], "text"),
            "origin": find(Place, row["from"]),
            "destination": find(Place, row["to"]),
            "method": find(Method, row["method"]),
            "offence": find(Offence, row["offence"]),
            "group": find(Group, row["group"]),
        }
        record, _ = put_coded(Finding, row["id"], values)
        record.via.set(named(Place, filter(None, row["via"])))
        finish(record, row, by)


def finish(record: ContextRecord, row: dict[str, Any], by: User | None) -> None:
    """Sources, figures, revision: what the three kinds share."""
    figures = row.get("figures", [])
    further = {source["id"] for source in row["sources"]} - cited(figures)
    record.sources.set(named(Source, sorted(further)))
    if not isinstance(record, Finding):
        load_figures(record, figures)
        record.keep_figure_number(row.get("last_figure_number", 0))
    history.save_revision(record, by, "import")
    if is_verbatim():
        publishing.restore_context(record, row)
    else:
        publishing.publish_context(record, Lookup(), by=by)
