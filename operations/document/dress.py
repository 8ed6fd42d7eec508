"""Bare ids → names, sources and computed keys. Dressing a document again renews what it quotes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from operations import figures
from operations.models import Offence

from .claims import claims
from .lookup import Lookup

NAMED_LISTS = (
    ("agency", "agencies"),
    ("group", "groups"),
    ("place", "places"),
    ("offence", "offences"),
    ("method", "methods"),
)


def dress(bare: dict[str, Any], lookup: Lookup) -> dict[str, Any]:
    """A whole document from one with ids, or the same document with names brought up to date.

    A reissue dresses the *published* document, never the working copy, so that it cannot
    publish a change that is waiting for review.
    """
    document = deepcopy(bare)
    name_terms(document, lookup)
    point_to_public_operations(document, lookup)
    document["sources"] = lookup.sources(source["id"] for source in document["sources"])
    document["vocabulary"] = quoted_terms(document, lookup)
    compute_figures(document)
    return document


def name_terms(document: dict[str, Any], lookup: Lookup) -> None:
    for vocabulary, key in NAMED_LISTS:
        for entry in document[key]:
            term = lookup.term(vocabulary, entry["id"])
            entry["name"] = term.names
            if isinstance(term, Offence):
                entry["relevance"] = term.relevance
    if document["series"]:
        document["series"]["name"] = lookup.term("series", document["series"]["id"]).names
    for route in document["routes"]:
        for end in (route["from"], route["to"]):
            end["name"] = lookup.term("place", end["id"]).names


def point_to_public_operations(document: dict[str, Any], lookup: Lookup) -> None:
    """Leave out what readers cannot open: drafts must not leak, withdrawn ids lead nowhere."""

    def public(codes: list[str]) -> list[str]:
        found = {lookup.operation(code) for code in codes} - {None, document["id"]}
        return sorted(code for code in found if code)

    parent = public([document["part_of"]]) if document["part_of"] else []
    document["part_of"] = parent[0] if parent else None
    document["may_overlap"] = public(document["may_overlap"])
    for figure in document["figures"]:
        figure["covers"] = public(figure["covers"])


def quoted_terms(document: dict[str, Any], lookup: Lookup) -> dict[str, Any]:
    """What every term named anywhere in the document is called and belongs to.

    It lets a document be read, indexed and searched on its own, years later.
    """
    codes: dict[str, set[str]] = {
        vocabulary: {entry["id"] for entry in document[key]} for vocabulary, key in NAMED_LISTS
    }
    codes["series"] = {document["series"]["id"]} if document["series"] else set()
    for route in document["routes"]:
        codes["place"] |= {route["from"]["id"], route["to"]["id"]}
    for figure in document["figures"]:
        codes["place"].add(figure["counted_in"])
        codes["offence"] |= {figure["offence"]} - {None}
    return {
        vocabulary: {code: lookup.entry(vocabulary, code) for code in sorted(codes[vocabulary])}
        for vocabulary in sorted(codes)
    }


def compute_figures(document: dict[str, Any]) -> None:
    """Which figures lead, and which claims are disputed."""
    stated = claims(document)
    leading = {figure.id for figure in figures.headlines(stated).values()}
    for entry in document["figures"]:
        entry["headline"] = entry["id"] in leading
    document["disputed"] = [dispute_entry(dispute) for dispute in figures.disputes(stated)]


def dispute_entry(dispute: figures.Dispute) -> dict[str, Any]:
    key = dispute.key
    return {
        "measure": key.measure,
        "scope": key.scope,
        "counted_in": key.counted_in,
        "who": {
            "role": key.role or None,
            "sex": key.sex or None,
            "age_group": key.age_group or None,
            "residency": key.residency or None,
            "nationality": key.nationality or None,
        },
        "figures": list(dispute.figures),
        "note": {"en": "", "zh-Hant": ""},
    }
