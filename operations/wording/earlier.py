"""What earlier editions stated and the shown one does not: what replaced what, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .figure import in_full
from .naming import Entry

# What makes a figure another statement; notes, citations and names may change beside it.
STATED = (
    *("measure", "value_type", "value", "low", "high", "currency", "qualifier", "scope"),
    *("counted_in", "period", "as_at", "reporting_status", "who", "offence", "covers", "rank"),
)


@dataclass(frozen=True)
class Past:
    """An earlier edition: its number and document, and the reason of the edition after it."""

    number: int
    document: Mapping[str, Any]
    next_number: int
    next_reason: str


@dataclass(frozen=True)
class Earlier:
    """A figure as editions up to ``until`` stated it; ``now`` is what its id says today."""

    id: str
    entry: Entry
    words: str
    until: int
    replaced_in: int
    reason: str
    now: str


def earlier(past: Iterable[Past], document: Mapping[str, Any]) -> Iterator[Earlier]:
    """Statements that went, newest first; each once, with the last edition that had it."""
    today = {entry["id"]: entry for entry in document["figures"]}
    seen = {(entry["id"], statement(entry)) for entry in document["figures"]}
    for edition in sorted(past, key=lambda edition: -edition.number):
        for entry in edition.document["figures"]:
            key = (entry["id"], statement(entry))
            if key in seen:
                continue
            seen.add(key)
            now = today.get(entry["id"])
            yield Earlier(
                id=entry["id"],
                entry=entry,
                words=in_full(entry, edition.document["vocabulary"]),
                until=edition.number,
                replaced_in=edition.next_number,
                reason=edition.next_reason,
                now=in_full(now, document["vocabulary"]) if now else "",
            )


def statement(entry: Entry) -> str:
    return repr([entry[key] for key in STATED])
