"""Every record that a revision names, by its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from operations import history
from operations.models import Agency, Group, Offence, Operation, Place, Source

from .kept import restored

Ids = dict[type[Any], set[str]]


def named(model: type[Any], content: dict[str, Any]) -> Ids:
    ids: Ids = defaultdict(set)
    fields, relations = content.get("fields", {}), history.relations_of(model)
    for name in restored(model, fields):
        if name in relations:
            add(ids, relations[name], fields[name])
    document = content.get("document", {})
    for key, vocabulary in (("agencies", Agency), ("groups", Group)):
        add(ids, vocabulary, [entry["id"] for entry in document.get(key, ())])
    for route in document.get("routes", ()):
        add(ids, Place, [route["from"]["id"], route["to"]["id"]])
    for figure in document.get("figures", content.get("figures", ())):
        add(ids, Place, figure["counted_in"])
        add(ids, Offence, figure["offence"])
        add(ids, Operation, figure["covers"])
        add(ids, Source, [citation["source"] for citation in figure["citations"]])
    return ids


def add(ids: Ids, model: type[Any], given: str | Iterable[str] | None) -> None:
    ids[model] |= {given} if isinstance(given, str) else set(given or ())
