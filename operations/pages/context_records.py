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
    single_checked: bool


def items(model: Any) -> list[ContextItem]:
    """The public records of a model, in its order."""
    rows = model.objects.public().values_list("document", "single_checked")
    found = [(orjson.loads(text), single_checked) for text, single_checked in rows]
    vocabulary = vocabulary_of(document for document, _ in found)
    return [item(document, vocabulary, single_checked=alone) for document, alone in found]


def item(
    document: dict[str, Any], vocabulary: dict[str, Any], *, single_checked: bool
) -> ContextItem:
    sources = {entry["id"]: SourceLine(entry) for entry in document["sources"]}
    figures = [
        ContextFigure(
            words=wording.in_full(entry, vocabulary),
            note=wording.pick(entry["note"]),
            sources=[sources[citation["source"]] for citation in entry["citations"]],
        )
        for entry in document.get("figures", ())
    ]
    return ContextItem(document, figures, list(sources.values()), single_checked)


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
