"""What of a document a search looks in, in the order in which a find is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .signs import HAN

CHINESE = re.compile(f"[{HAN}]")
# Vocabulary → key of the document. Terms that only figures or routes name are not looked in:
# they are no answer to a filter either.
NAMED = (("group", "groups"), ("agency", "agencies"), ("place", "places"))


class Passage(NamedTuple):
    """A text of a document: what it is of, its language as documents key it, and whose it is."""

    kind: str
    text: str
    language: str
    names: Mapping[str, str] | None = None


def passages(document: Mapping[str, Any]) -> Iterator[Passage]:
    """Every text that is looked in. Kinds: name, alias, series, group, agency, place, summary,
    source. A passage of a term has the names of the term."""
    yield from bilingual("name", document["name"])
    for alias in document["aliases"]:
        yield Passage("alias", alias, language(alias))
    if document["series"]:
        yield from of_term(document, "series", document["series"])
    for vocabulary, key in NAMED:
        for entry in document[key]:
            yield from of_term(document, vocabulary, entry)
    yield from bilingual("summary", document["summary"])
    for source in document["sources"]:
        title = source["title"]
        yield Passage("source", title, "zh-Hant" if source["language"].startswith("zh") else "en")


def of_term(
    document: Mapping[str, Any], vocabulary: str, entry: Mapping[str, Any]
) -> Iterator[Passage]:
    names = entry["name"]
    for found in bilingual(vocabulary, names):
        yield found._replace(names=names)
    for alias in document["vocabulary"][vocabulary][entry["id"]]["aliases"]:
        yield Passage(vocabulary, alias, language(alias), names)


def bilingual(kind: str, texts: Mapping[str, str]) -> Iterator[Passage]:
    for key, text in texts.items():
        if text:
            yield Passage(kind, text, key)


def language(alias: str) -> str:
    """Aliases do not say in which language they are: one Chinese character decides."""
    return "zh-Hant" if CHINESE.search(alias) else "en"
