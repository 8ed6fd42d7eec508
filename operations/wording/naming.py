"""Terms that a document names, with what the document itself says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .language import Text, both, pick

# A figure as documents write it.
Entry = Mapping[str, Any]
Vocabulary = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Named:
    """A term or an operation: its id, its names in both languages, and what is said of it."""

    id: str
    texts: tuple[Text, ...]
    said: str = ""

    def __str__(self) -> str:
        return str(self.texts[0]) if self.texts else self.id


def named(entry: Mapping[str, Any], said: str = "") -> Named:
    return Named(entry["id"], tuple(both(entry["name"])), said)


def term_name(vocabulary: Vocabulary, name: str, code: str) -> str:
    """The name of a term quoted by a document, or its code."""
    entry = vocabulary.get(name, {}).get(code)
    return str(pick(entry["name"])) if entry else code
