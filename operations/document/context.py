"""Documents of assessments, statements and findings."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from operations.models import Assessment, Finding, Source, Statement

from .dress import described_sources, mark_headlines, name_term, public
from .lookup import Lookup
from .renewed import renew_figure
from .skeleton import figure_entry

ContextRecord = Assessment | Statement | Finding

NAMED = (
    ("from", "place"),
    ("to", "place"),
    ("method", "method"),
    ("offence", "offence"),
    ("group", "group"),
)


def build_context(record: ContextRecord, lookup: Lookup) -> dict[str, Any]:
    """The public document of a context record."""
    return dress_context(bare(record), lookup)


def dress_context(content: dict[str, Any], lookup: Lookup) -> dict[str, Any]:
    """A whole document from one with ids, or the same document brought up to date.

    Like operations, context is renewed from what was published, never from the working copy.
    """
    document = deepcopy(content)
    document["sources"] = described_sources(document["sources"], lookup)
    for entry, vocabulary in named_terms(document):
        entry["id"] = lookup.current(vocabulary, entry["id"])
        name_term(entry, vocabulary, lookup)
    if "figures" in document:
        for figure in document["figures"]:
            renew_figure(figure, lookup)
            figure["covers"] = public(figure["covers"], "", lookup)
        mark_headlines(document)
    return document


def named_terms(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for key, vocabulary in NAMED:
        if document.get(key):
            yield document[key], vocabulary
    for place in document.get("via", ()):
        yield place, "place"


def bare(record: ContextRecord) -> dict[str, Any]:
    """The document with bare ids where ``dress_context`` puts names and sources."""
    if isinstance(record, Assessment):
        return assessment(record)
    if isinstance(record, Statement):
        return statement(record)
    return finding(record)


def assessment(record: Assessment) -> dict[str, Any]:
    return {
        "id": record.code,
        "body": record.bodies,
        "series": record.series,
        "year": record.year,
        "covers": record.covers or None,
        "tier": record.tier,
        "note": record.notes,
        **figures_and_sources(record),
    }


def statement(record: Statement) -> dict[str, Any]:
    answered = record.answers
    return {
        "id": record.code,
        "kind": record.kind,
        "date": record.date or None,
        "body": record.bodies,
        # An assessment that is still a draft must not leak.
        "answers": answered.code if answered and answered.document else None,
        "subject": record.subjects,
        "summary": record.summaries,
        **figures_and_sources(record),
    }


def finding(record: Finding) -> dict[str, Any]:
    return {
        "id": record.code,
        "kind": record.kind,
        "text": record.texts,
        "from": identified(record.origin),
        "to": identified(record.destination),
        "via": [identified(place) for place in record.via.all()],
        "method": identified(record.method),
        "offence": identified(record.offence),
        "group": identified(record.group),
        "sources": [identified(source) for source in record.sources.all()],
    }


def identified(record: Any) -> dict[str, Any] | None:
    return None if record is None else {"id": record.code}


def figures_and_sources(record: Assessment | Statement) -> dict[str, Any]:
    figures = sorted(record.figures.all(), key=lambda figure: figure.number)
    cited: set[Source] = {c.source for figure in figures for c in figure.citations.all()}
    cited |= set(record.sources.all())
    return {
        "figures": [figure_entry(figure, record.code) for figure in figures],
        "sources": [{"id": source.code} for source in cited],
    }
