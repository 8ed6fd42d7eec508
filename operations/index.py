"""Document → index rows: what lists, filters, facets and totals read.

The rows follow from the document alone, so that they can be rebuilt and checked at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from operations import figures
from operations.codes import LACKING, Measure
from operations.dates import parse
from operations.document import claims

# Undated operations sort after all others, whichever way; the column itself is never null.
UNDATED = date(1, 1, 1)

# How one operation points to another; kept apart, because totals treat each differently.
PART_OF, MAY_OVERLAP, COVERS = "part_of", "may_overlap", "covers"
RELATIONS = (PART_OF, MAY_OVERLAP, COVERS)

# Terms that only figures and routes name are no answer to a filter, but a document quotes them.
MENTIONED = "mentioned_"

# A row for each vocabulary of which an operation names nothing: looking for what is not there
# would be slow, and “not stated” is an answer like any other.
NAMES_NONE = "names_none"

# The index columns of an edition without a document.
EMPTY: dict[str, Any] = {
    "name_en": "",
    "name_zh_hant": "",
    "undated": True,
    "sort_date": UNDATED,
    "earliest": None,
    "latest": None,
    "open_ended": False,
    "operation_kind": "",
    "status": "",
    "disputed": False,
    "arrests": None,
}


def columns(document: dict[str, Any]) -> dict[str, Any]:
    """Values of the edition's own index columns."""
    span = parse(document["dates"]["edtf"])
    return {
        "name_en": document["name"]["en"],
        "name_zh_hant": document["name"]["zh-Hant"],
        "undated": span.is_undated,
        "sort_date": span.earliest or span.latest or UNDATED,
        "earliest": span.earliest,
        "latest": span.latest,
        "open_ended": span.is_open,
        "operation_kind": document["kind"],
        "status": document["status"],
        "disputed": bool(document["disputed"]),
        "arrests": arrests(document),
    }


def arrests(document: dict[str, Any]) -> Decimal | None:
    """The arrest count that a list row shows, for sorting; nothing when it shows another."""
    shown = figures.row_figure(claims(document))
    if shown is None or shown.measure != Measure.PERSONS_ARRESTED:
        return None
    return shown.value if shown.value is not None else shown.low


def terms(document: dict[str, Any]) -> set[tuple[str, str]]:
    """Pairs of vocabulary and code, broader terms included."""
    found = set(_terms(document))
    named = {vocabulary for vocabulary, _code in found}
    found |= {(NAMES_NONE, vocabulary) for vocabulary in LACKING if vocabulary not in named}
    return found | {
        (MENTIONED + vocabulary, code)
        for vocabulary, entries in document["vocabulary"].items()
        for name, entry in entries.items()
        for code in (name, *entry["broader"])
        if (vocabulary, code) not in found
    }


def _terms(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    quoted = document["vocabulary"]
    for vocabulary, key in (
        ("agency", "agencies"),
        ("group", "groups"),
        ("place", "places"),
        ("offence", "offences"),
        ("method", "methods"),
    ):
        for entry in document[key]:
            yield from _with_broader(vocabulary, entry["id"], quoted[vocabulary])
    if document["series"]:
        yield from _with_broader("series", document["series"]["id"], quoted["series"])
    for offence in document["offences"]:
        yield "relevance", offence["relevance"]
    for flag in document["flags"]:
        yield "flag", flag
    for source in document["sources"]:
        yield "source", source["id"]
    yield from related(document)


def _with_broader(vocabulary: str, code: str, quoted: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield vocabulary, code
    for broader in quoted[code]["broader"]:
        yield vocabulary, broader


def related(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Ids of the operations that this one points to, each with how: one of ``RELATIONS``."""
    if document["part_of"]:
        yield PART_OF, document["part_of"]
    for code in document["may_overlap"]:
        yield MAY_OVERLAP, code
    for figure in document["figures"]:
        for code in figure["covers"]:
            yield COVERS, code


def whole_headlines(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Values of one ``EditionFigure`` for each whole headline figure."""
    leading = {entry["id"]: entry for entry in document["figures"] if entry["headline"]}
    contested = {figure for dispute in document["disputed"] for figure in dispute["figures"]}
    return [
        {
            "figure": claim.id,
            "measure": claim.measure,
            "currency": claim.currency,
            "scope": claim.scope,
            "counted_in": claim.counted_in,
            "period": claim.period,
            "singled_out": claim.singles_out,
            "value_type": claim.value_type,
            "qualifier": claim.qualifier,
            "reporting_status": claim.reporting_status,
            "value": claim.value,
            "low": claim.low,
            "high": claim.high,
            "covers_others": bool(claim.covers),
            "disputed": claim.id in contested,
        }
        for claim in claims(document)
        if claim.id in leading and claim.is_whole
    ]
