"""Two numbers for what looks like one thing: both, what each counts, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from .figure import number_words, provisos, scope_and_place, what_words
from .naming import Entry
from .source import SourceLine


@dataclass(frozen=True)
class Side:
    """One number; ``what`` is what it counts, where the other counts something else."""

    number: str
    what: str
    publishers: str


@dataclass(frozen=True)
class Rivals:
    """Figures of one operation, the smallest first; ``figure`` is the id of the one that leads.

    ``question`` is “18 or 122?”, ``what`` the rest of the claim where they share it. ``spread``
    is the largest number divided by the smallest.
    """

    figure: str
    question: str
    what: str
    sides: tuple[Side, ...]
    spread: Decimal


def contradictions(document: Mapping[str, Any]) -> Iterator[Rivals]:
    """Each dispute of a document: numbers for the same thing that cannot all be true."""
    for dispute in document["disputed"]:
        entries = [entry for entry in document["figures"] if entry["id"] in dispute["figures"]]
        yield rivals(document, entries, share_claim=True)


def rivals(document: Mapping[str, Any], entries: Sequence[Entry], *, share_claim: bool) -> Rivals:
    """``entries`` side by side; each is a number."""
    ordered = sorted(entries, key=lambda entry: (lowest(entry), entry["id"]))
    smallest, largest = lowest(ordered[0]), max(highest(entry) for entry in ordered)
    leading = next((entry for entry in ordered if entry["headline"]), ordered[0])
    numbers = list(dict.fromkeys(number_words(entry) for entry in ordered))
    return Rivals(
        figure=leading["id"],
        question=_("%(numbers)s?") % {"numbers": _(" or ").join(numbers)},
        what=claim_words(leading, document) if share_claim else "",
        sides=tuple(side(entry, document, share_claim=share_claim) for entry in ordered),
        # Nothing is wider than the step from none to some.
        spread=largest / smallest if smallest else Decimal("Infinity"),
    )


def side(entry: Entry, document: Mapping[str, Any], *, share_claim: bool) -> Side:
    said = [] if share_claim else [claim_words(entry, document), *covered(entry)]
    return Side(
        number=number_words(entry),
        what=_("; ").join([*said, *provisos(entry)]),
        publishers=publishers(entry, document),
    )


def claim_words(entry: Entry, document: Mapping[str, Any]) -> str:
    """A claim without its number: “arrested — vice offences, Hong Kong only”."""
    vocabulary = document["vocabulary"]
    words = {"counted": what_words(entry, vocabulary), "where": scope_and_place(entry, vocabulary)}
    return _("%(counted)s — %(where)s") % words


def covered(entry: Entry) -> Iterator[str]:
    if entry["covers"]:
        yield _("counted together with other operations")


def publishers(entry: Entry, document: Mapping[str, Any]) -> str:
    sources = {source["id"]: SourceLine(source) for source in document["sources"]}
    names = [sources[citation["source"]].publisher for citation in entry["citations"]]
    return _(", ").join(dict.fromkeys(names))


def lowest(entry: Entry) -> Decimal:
    return Decimal(str(entry["low"] if entry["value"] is None else entry["value"]))


def highest(entry: Entry) -> Decimal:
    return Decimal(str(entry["high"] if entry["value"] is None else entry["value"]))
