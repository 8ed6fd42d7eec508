"""The working copy as data with ids only: what editors decide, before anything is looked up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from operations.codes import unit_of
from operations.dates import parse
from operations.models import Figure, Operation
from operations.models.base import bilingual


def skeleton(operation: Operation) -> dict[str, Any]:
    """The document with bare ids where ``dress`` puts names, sources and computed keys.

    Give operations from ``Operation.objects.whole()`` to keep the number of queries constant.
    """
    figures = sorted(operation.figures.all(), key=lambda figure: figure.number)
    cited = {c.source.code for figure in figures for c in figure.citations.all()}
    return {
        "id": operation.code,
        "name": operation.names,
        "aliases": list(operation.aliases),
        "summary": bilingual(operation.summary_en, operation.summary_zh_hant),
        "kind": operation.kind,
        "status": operation.status,
        "flags": sorted(operation.flags),
        "dates": dates_entry(operation),
        "series": {"id": operation.series.code} if operation.series else None,
        "part_of": operation.parent.code if operation.parent else None,
        "may_overlap": sorted(other.code for other in operation.may_overlap.all()),
        "agencies": [
            {"id": link.agency.code, "role": link.role} for link in operation.agency_roles.all()
        ],
        "groups": [
            {"id": link.group.code, "attribution": link.attribution}
            for link in operation.group_links.all()
        ],
        "places": ids(operation.places.all()),
        "offences": ids(operation.offences.all()),
        "methods": ids(operation.methods.all()),
        "routes": [
            {"from": {"id": route.origin.code}, "to": {"id": route.destination.code}}
            for route in operation.routes.all()
        ],
        "figures": [figure_entry(figure, operation.code) for figure in figures],
        "sources": [
            {"id": code}
            for code in sorted(cited | {source.code for source in operation.sources.all()})
        ],
        "links": [{"kind": link.kind, "url": link.url} for link in operation.links.all()],
    }


def ids(terms: Any) -> list[dict[str, str]]:
    return [{"id": code} for code in sorted(term.code for term in terms)]


def dates_entry(operation: Operation) -> dict[str, Any]:
    span = parse(operation.edtf)
    return {
        "edtf": operation.edtf,
        "earliest": span.earliest.isoformat() if span.earliest else None,
        "latest": span.latest.isoformat() if span.latest else None,
        "derived": operation.edtf_derived,
        "note": bilingual(operation.date_note_en, operation.date_note_zh_hant),
    }


def figure_entry(figure: Figure, owner: str) -> dict[str, Any]:
    """One figure as documents write it; ``headline`` is filled in later."""
    return {
        "id": f"{owner}.{figure.number}",
        "measure": figure.measure,
        "unit": unit_of(figure.measure),
        "value_type": figure.value_type,
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "currency": figure.currency or None,
        "qualifier": figure.qualifier,
        "scope": figure.scope,
        "counted_in": figure.counted_in.code,
        "period": figure.period or None,
        "as_at": figure.as_at or None,
        "reporting_status": figure.reporting_status,
        "who": {
            "role": figure.role or None,
            "sex": figure.sex or None,
            "age_group": figure.age_group or None,
            "residency": figure.residency or None,
            "nationality": figure.nationality or None,
            "age_from": figure.age_from,
            "age_to": figure.age_to,
            "source_term": figure.source_term,
        },
        "offence": figure.offence.code if figure.offence else None,
        "part_of": f"{owner}.{figure.part_of.number}" if figure.part_of else None,
        "breakdown": figure.breakdown or None,
        "breakdown_set": figure.breakdown_set or None,
        "covers": sorted(operation.code for operation in figure.covers.all()),
        "derived": figure.derived,
        "came_from": figure.came_from or None,
        "confidence": figure.confidence,
        "rank": figure.rank,
        "rank_reason": figure.rank_reason or None,
        "rank_note": figure.rank_notes,
        "headline": False,
        "note": figure.notes,
        "citations": [
            {"source": citation.source.code, "locator": citation.locator}
            for citation in figure.citations.all()
        ],
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where the value is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
