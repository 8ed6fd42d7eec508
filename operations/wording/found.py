"""Where a search found an operation, when the row itself does not show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.search import Passage, Query, passages

from .language import HTML_LANGUAGES, Text, pick

LABELS = {
    "name": _("name"),
    "alias": _("other name"),
    "series": _("series"),
    "group": _("group with a reported link"),
    "agency": _("agency"),
    "place": _("place"),
    "summary": _("summary"),
    "source": _("title of a source"),
}
# Characters of a long text on either side of what was found.
AROUND = 60


@dataclass(frozen=True)
class Found:
    """What sort of text it is, the passage, and the term that is called so."""

    where: str
    passage: Text
    term: Text


def found_elsewhere(
    document: Mapping[str, Any], shown: Iterable[Text], query: Query
) -> tuple[Found, ...]:
    """The first passage for each thing looked for that none of the ``shown`` texts says."""
    seen = [text.text for text in shown]
    return tuple(dict.fromkeys(unseen(document, seen, query)))


def unseen(document: Mapping[str, Any], seen: list[str], query: Query) -> Iterator[Found]:
    known = list(passages(document))
    for unit in query.units:
        if any(unit.spans(text) for text in seen):
            continue
        for passage in known:
            if spans := unit.spans(passage.text):
                yield found(passage, spans[0])
                break


def found(passage: Passage, span: tuple[int, int]) -> Found:
    names = dict(passage.names or {})
    term = pick(names)
    language = HTML_LANGUAGES[passage.language]
    return Found(
        where=str(LABELS[passage.kind]),
        passage=Text(excerpt(passage.text, *span), language),
        term=Text("", language) if passage.text in names.values() else term,
    )


def excerpt(text: str, start: int, end: int) -> str:
    """A passage of a long text, cut between words where there are any."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        space = text.find(" ", first, start)
        first = first if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = last if space < 0 else space
    return f"{'…' * bool(first)}{text[first:last].strip()}{'…' * (last < len(text))}"
