"""Bare ids → names, sources and computed keys. Dressing a document again renews what it quotes."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from operations import figures
from operations.models import Offence, Term

from .claims import claims
from .lookup import Lookup
from .renewed import NAMED_LISTS, renew_codes


def dress(bare: dict[str, Any], lookup: Lookup) -> dict[str, Any]:
    """A whole document from one with ids, or the same document with names brought up to date.

    A reissue dresses the *published* document, never the working copy, so that it cannot
    publish a change that is waiting for review. What has been deleted since keeps the words
    that it was published with.
    """
    document = deepcopy(bare)
    renew_codes(document, lookup)
    name_terms(document, lookup)
    point_to_public_operations(document, lookup)
    document["sources"] = described_sources(document["sources"], lookup)
    document["vocabulary"] = quoted_terms(document, lookup)
    mark_headlines(document)
    document["disputed"] = [dispute_entry(each) for each in figures.disputes(claims(document))]
    return document


def name_terms(document: dict[str, Any], lookup: Lookup) -> None:
    for vocabulary, key in NAMED_LISTS:
        for entry in document[key]:
            term = name_term(entry, vocabulary, lookup)
            if isinstance(term, Offence):
                entry["relevance"] = term.relevance
    if document["series"]:
        name_term(document["series"], "series", lookup)
    for route in document["routes"]:
        for end in (route["from"], route["to"]):
            name_term(end, "place", lookup)


def name_term(entry: dict[str, Any], vocabulary: str, lookup: Lookup) -> Term | None:
    term = lookup.term(vocabulary, entry["id"])
    if term is not None:
        entry["name"] = term.names
    return term


def point_to_public_operations(document: dict[str, Any], lookup: Lookup) -> None:
    """Leave out what readers cannot open: drafts must not leak, withdrawn ids lead nowhere."""

    own = document["id"]
    parent = public([document["part_of"]], own, lookup) if document["part_of"] else []
    document["part_of"] = parent[0] if parent else None
    document["may_overlap"] = public(document["may_overlap"], own, lookup)
    for figure in document["figures"]:
        figure["covers"] = public(figure["covers"], own, lookup)


def public(codes: Iterable[str], own: str, lookup: Lookup) -> list[str]:
    """The ids to point to instead of ``codes``, never the document's own."""
    found = {lookup.operation(code) for code in codes} - {own}
    return sorted(code for code in found if code)


def described_sources(sources: list[dict[str, Any]], lookup: Lookup) -> list[dict[str, Any]]:
    said = {source["id"]: source for source in sources}
    said |= {source["id"]: source for source in lookup.sources(said)}
    return [said[code] for code in sorted(said)]


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
    said = document.get("vocabulary", {})
    return {
        vocabulary: {
            code: term_entry(lookup.term(vocabulary, code)) or said[vocabulary][code]
            for code in sorted(codes[vocabulary])
        }
        for vocabulary in sorted(codes)
    }


def term_entry(term: Term | None) -> dict[str, Any]:
    """What a document says of a term: names, aliases, and the codes of broader terms."""
    if term is None:
        return {}
    return {"name": term.names, "aliases": list(term.aliases), "broader": term.ancestors()}


def mark_headlines(document: dict[str, Any]) -> None:
    """Say of every figure whether it leads among its rivals."""
    leading = {figure.id for figure in figures.headlines(claims(document)).values()}
    for entry in document["figures"]:
        entry["headline"] = entry["id"] in leading


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
