"""Folding, so that case, width and accents do not matter to a search."""

from __future__ import annotations

import unicodedata
from typing import Any

SEARCHED_LISTS = ("agency", "group", "place", "series")


def fold(text: str) -> str:
    """Lower case, one width, no accents, single spaces. Han text passes unchanged."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def search_text(document: dict[str, Any]) -> str:
    """The folded text that ``q`` looks in, one thing a line.

    Names, aliases and summaries in both languages, and every name of its series, groups,
    agencies and places.
    """
    texts = [*document["name"].values(), *document["aliases"], *document["summary"].values()]
    for vocabulary in SEARCHED_LISTS:
        for term in own_terms(document, vocabulary):
            texts += [*term["name"].values(), *term["aliases"]]
    return "\n".join(dict.fromkeys(fold(text) for text in texts if text))


def own_terms(document: dict[str, Any], vocabulary: str) -> list[dict[str, Any]]:
    """Vocabulary entries of the terms that the operation itself names, not its figures."""
    entries = document["vocabulary"][vocabulary]
    if vocabulary == "place":
        return [entries[place["id"]] for place in document["places"]]
    return list(entries.values())
