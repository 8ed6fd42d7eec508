"""What a total counted and what it left out, a line an operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.urls import reverse

from operations import wording
from operations.document.skeleton import number
from operations.models import Edition
from operations.totals import Asked, Sum
from operations.totals.names import names_of
from operations.totals.words import Places, instead, places_named
from operations.wording.numbers import digits

Editions = QuerySet[Edition]


@dataclass(frozen=True)
class Known:
    """An operation that fits: its names, its dates and where it can be read."""

    id: str
    texts: list[wording.Text]
    address: str
    earliest: date | None
    latest: date | None
    open_ended: bool


@dataclass(frozen=True)
class CountedLine:
    operation: Known
    address: str
    words: str
    value: str


@dataclass(frozen=True)
class LeftOutLine:
    """``other`` can be opened, ``instead`` is a scope, currency or place in words."""

    operation: Known
    reason: str
    other: Known | None
    instead: str


def known_operations(asked: Asked) -> dict[str, Known]:
    """Every operation that fits."""
    return known_among(asked.editions, is_past=asked.selection.chosen["as_of"] is not None)


def known_among(editions: Editions, *, is_past: bool) -> dict[str, Known]:
    """``editions`` by their operations; of a past day as the edition of that day."""
    columns = ("code", "number", "name_en", "name_zh_hant", "earliest", "latest", "open_ended")
    return {
        row["code"]: Known(
            id=row["code"],
            texts=wording.both({"en": row["name_en"], "zh-Hant": row["name_zh_hant"]}),
            address=reverse("edition", args=[row["code"], row["number"]])
            if is_past
            else reverse("operation", args=[row["code"]]),
            earliest=row["earliest"],
            latest=row["latest"],
            open_ended=row["open_ended"],
        )
        for row in editions.order_by().values(*columns)
    }


def place_names(found: Sum) -> Places:
    return names_of("place", sorted(places_named(found)))


def counted_lines(asked: Asked, found: Sum, known: Mapping[str, Known]) -> Iterator[CountedLine]:
    """The largest first: that is what the total is made of."""
    words = figure_words(asked, found)
    for one in sorted(found.counted, key=lambda one: (-one.value, one.id)):
        operation = known[one.id]
        yield CountedLine(
            operation, f"{operation.address}#{one.figure}", words[one.figure], spelt(one.value)
        )


def figure_words(asked: Asked, found: Sum) -> dict[str, str]:
    """The words of each figure counted, from the documents that state it."""
    wanted = {one.id: one.figure for one in found.counted}
    words = {}
    for edition in asked.editions.filter(code__in=wanted).only("document"):
        document = edition.content
        for entry in document["figures"]:
            if entry["id"] == wanted[document["id"]]:
                words[entry["id"]] = wording.in_full(entry, document["vocabulary"])
    return words


def left_out_lines(
    asked: Asked, found: Sum, known: Mapping[str, Known], places: Places
) -> Iterator[LeftOutLine]:
    others = {one.other for one in found.left_out if one.other_is_operation}
    outside = asked.world.filter(code__in=others - known.keys())
    is_past = asked.selection.chosen["as_of"] is not None
    # Public operations that do not fit can yet be the reason why one that fits is left out.
    around = {**known, **(known_among(outside, is_past=is_past) if others - known.keys() else {})}
    for one in found.left_out:
        yield LeftOutLine(
            operation=known[one.id],
            reason=str(one.reason.label),
            other=around.get(one.other) if one.other_is_operation and one.other else None,
            instead=instead(one, places),
        )


def spelt(value: Decimal) -> str:
    return digits(number(value) or 0)
