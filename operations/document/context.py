"""Documents of assessments, statements and findings."""

from __future__ import annotations

from typing import Any

from operations.models import Assessment, Finding, Source, Statement

from .lookup import Lookup
from .skeleton import figure_entry

ContextRecord = Assessment | Statement | Finding


def build_context(record: ContextRecord, lookup: Lookup) -> dict[str, Any]:
    """The public document of a context record."""
    if isinstance(record, Assessment):
        return assessment(record, lookup)
    if isinstance(record, Statement):
        return statement(record, lookup)
    return finding(record, lookup)


def assessment(record: Assessment, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": record.code,
        "body": record.bodies,
        "series": record.series,
        "year": record.year,
        "covers": record.covers or None,
        "tier": record.tier,
        "note": record.notes,
        **figures_and_sources(record, lookup),
    }


def statement(record: Statement, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": record.code,
        "kind": record.kind,
        "date": record.date or None,
        "body": record.bodies,
        "answers": record.answers.code if record.answers else None,
        "subject": record.subjects,
        "summary": record.summaries,
        **figures_and_sources(record, lookup),
    }


def finding(record: Finding, lookup: Lookup) -> dict[str, Any]:
    return {
        "id": record.code,
        "kind": record.kind,
        "text": record.texts,
        "from": named(lookup, "place", record.origin),
        "to": named(lookup, "place", record.destination),
        "via": [named(lookup, "place", place) for place in record.via.all()],
        "method": named(lookup, "method", record.method),
        "offence": named(lookup, "offence", record.offence),
        "group": named(lookup, "group", record.group),
        "sources": lookup.sources(source.code for source in record.sources.all()),
    }


def named(lookup: Lookup, vocabulary: str, term: Any) -> dict[str, Any] | None:
    if term is None:
        return None
    return {"id": term.code, "name": lookup.term(vocabulary, term.code).names}


def figures_and_sources(record: Assessment | Statement, lookup: Lookup) -> dict[str, Any]:
    figures = sorted(record.figures.all(), key=lambda figure: figure.number)
    cited: set[Source] = {c.source for figure in figures for c in figure.citations.all()}
    cited |= set(record.sources.all())
    return {
        "figures": [figure_entry(figure, record.code) for figure in figures],
        "sources": lookup.sources(source.code for source in cited),
    }
