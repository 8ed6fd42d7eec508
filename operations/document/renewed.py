"""Retired codes → their successors, so that a document names a merged term by its new code."""

from __future__ import annotations

from typing import Any

from .lookup import Lookup

NAMED_LISTS = (
    ("agency", "agencies"),
    ("group", "groups"),
    ("place", "places"),
    ("offence", "offences"),
    ("method", "methods"),
)
# Documents sort these by id; the others keep the order that editors gave them.
SORTED = ("places", "offences", "methods")


def renew_codes(document: dict[str, Any], lookup: Lookup) -> None:
    for vocabulary, key in NAMED_LISTS:
        document[key] = renewed(document[key], vocabulary, lookup)
        if key in SORTED:
            document[key].sort(key=lambda entry: entry["id"])
    if document["series"]:
        document["series"]["id"] = lookup.current("series", document["series"]["id"])
    document["routes"] = renewed_routes(document["routes"], lookup)
    for figure in document["figures"]:
        renew_figure(figure, lookup)


def renew_figure(figure: dict[str, Any], lookup: Lookup) -> None:
    figure["counted_in"] = lookup.current("place", figure["counted_in"])
    if figure["offence"]:
        figure["offence"] = lookup.current("offence", figure["offence"])


def renewed(entries: list[dict[str, Any]], vocabulary: str, lookup: Lookup) -> list[dict[str, Any]]:
    """Each term once: what is said of the successor itself goes before what was said of another."""
    own = {entry["id"] for entry in entries}
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        code = lookup.current(vocabulary, entry["id"])
        if code == entry["id"] or code not in own | found.keys():
            found[code] = {**entry, "id": code}
    return list(found.values())


def renewed_routes(routes: list[dict[str, Any]], lookup: Lookup) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for route in routes:
        ends = {
            end: {**route[end], "id": lookup.current("place", route[end]["id"])}
            for end in ("from", "to")
        }
        key = ends["from"]["id"], ends["to"]["id"]
        if key[0] != key[1]:
            found.setdefault(key, ends)
    return list(found.values())
