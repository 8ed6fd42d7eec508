"""What stands in rows below a record: figures, participants, routes, links, archived copies."""

from __future__ import annotations

from typing import Any

from .names import Content, Names

LISTS = {"agencies": "agency", "groups": "group"}
ROWS = ("agencies", "groups", "routes", "figures", "links")


def rows(content: Content, names: Names) -> dict[str, Any]:
    """The rows as a document quotes them, so that the words of public changes can tell them."""
    document = content.get("document") or {"figures": content.get("figures", [])}
    figures = document["figures"]
    quoted: dict[str, Any] = {key: document.get(key, []) for key in ROWS}
    for key, vocabulary in LISTS.items():
        quoted[key] = [named(entry, vocabulary, names) for entry in quoted[key]]
    quoted["routes"] = [
        {end: named(route[end], "place", names) for end in ("from", "to")}
        for route in quoted["routes"]
    ]
    return {
        **quoted,
        "archives": content.get("archives", []),
        "sources": cited(figures, names),
        "vocabulary": vocabulary_of(figures, names),
    }


def named(entry: dict[str, Any], vocabulary: str, names: Names) -> dict[str, Any]:
    return {**entry, "name": names.term(vocabulary, entry["id"])}


def cited(figures: list[dict[str, Any]], names: Names) -> list[dict[str, Any]]:
    codes = {citation["source"] for figure in figures for citation in figure["citations"]}
    return [names.source(code) for code in sorted(codes)]


def vocabulary_of(figures: list[dict[str, Any]], names: Names) -> dict[str, Any]:
    places = {figure["counted_in"] for figure in figures}
    offences = {figure["offence"] for figure in figures} - {None}
    return {
        "place": {code: {"name": names.term("place", code)} for code in places},
        "offence": {code: {"name": names.term("offence", code)} for code in offences},
    }
