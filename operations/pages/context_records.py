"""What stands beside the record: assessments, statements and findings that are public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from operations import wording
from operations.models import Assessment, Finding, Offence, Place, Statement
from operations.wording import SourceLine

MODELS = (Assessment, Statement, Finding)


@dataclass(frozen=True)
class ContextFigure:
    """A figure of an assessment or a statement, in words."""

    words: str
    note: wording.Text
    sources: list[SourceLine]


@dataclass(frozen=True)
class ContextItem:
    """One public context record: its document, its figures in words and its sources."""

    document: dict[str, Any]
    figures: list[ContextFigure]
    sources: list[SourceLine]


def documents(model: Any) -> list[dict[str, Any]]:
    """Documents of the public records of a model, in its order."""
    texts = model.objects.public().values_list("document", flat=True)
    return [orjson.loads(text) for text in texts]


def items(model: Any) -> list[ContextItem]:
    found = documents(model)
    vocabulary = vocabulary_of(found)
    return [item(document, vocabulary) for document in found]


def item(document: dict[str, Any], vocabulary: dict[str, Any]) -> ContextItem:
    sources = {entry["id"]: SourceLine(entry) for entry in document["sources"]}
    figures = [
        ContextFigure(
            words=wording.in_full(entry, vocabulary),
            note=wording.pick(entry["note"]),
            sources=[sources[citation["source"]] for citation in entry["citations"]],
        )
        for entry in document.get("figures", ())
    ]
    return ContextItem(document=document, figures=figures, sources=list(sources.values()))


def vocabulary_of(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Names of the places and offences that figures are counted by."""
    entries = [entry for document in found for entry in document.get("figures", ())]
    return {
        "place": dict(quoted(Place, {entry["counted_in"] for entry in entries})),
        "offence": dict(quoted(Offence, {entry["offence"] for entry in entries} - {None})),
    }


def quoted(model: Any, codes: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for term in model.objects.filter(code__in=codes):
        yield term.code, {"name": term.names}
