"""What became of the people arrested in one operation, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from operations import wording
from operations.codes import ValueType
from operations.totals import Link, Stage, State, chain
from operations.totals.ratio import Why, difference
from operations.wording.naming import Entry

from .amounts import NO_LENGTH, bars, reach
from .model import Bar, Cell, Chart, Column, Ink, Key, Layout, Note, Row

FIELDS = ("value", "low", "high", "qualifier", "scope", "counted_in")
# How long a number is drawn that does not count the same people as the arrests.
APART = 0.12


def outcomes(document: Mapping[str, Any]) -> Chart:
    """The chain of a document, and the two stages beside it; without a query.

    Lengths are on one scale only where the numbers count the same people, offences, place and
    period as the arrests: two bars side by side are read as a rate.
    """
    whole = dict(document)
    links = chain(whole)
    entries = {entry["id"]: entry for entry in whole["figures"]}
    found = [(link, entries[link.figure.id] if link.figure else None) for link in links]
    base = found[0][0]
    most = scale(found, base)
    name = wording.pick(whole["name"])
    return Chart(
        name="outcomes",
        layout=Layout.STRIPS,
        title=_("What became of the people arrested in “%(name)s”") % {"name": str(name)},
        description=_("; ").join(told(link, entry, whole) for link, entry in found),
        question=wording.date_words(whole["dates"]["edtf"]),
        columns=(
            Column("stage"),
            Column("", _("Stage")),
            Column("state"),
            Column("", _("What is published")),
            Column("figure"),
            *(Column(field) for field in FIELDS),
        ),
        rows=tuple(row(link, entry, base, most, whole) for link, entry in found),
        notes=tuple(Note(words) for words in notes(found)),
        legend=legend(found, base),
        source=_("Numbers: the figures of the operation, each with its sources on its page."),
    )


def outcomes_worth_drawing(document: Mapping[str, Any]) -> Chart | None:
    """The same for the page of the operation; None where nothing follows the arrests."""
    chain_ = [link for link in chain(dict(document)) if not link.is_beside]
    known = [link for link in chain_ if link.state != State.NOT_LOOKED]
    return outcomes(document) if len(known) > 1 else None


def scale(found: list[tuple[Link, Entry | None]], base: Link) -> float:
    sizes = [reach(entry) for link, entry in found if entry and is_comparable(link, base)]
    return max((size[1] for size in sizes if size), default=0.0) or 1.0


def is_comparable(link: Link, base: Link) -> bool:
    return why_apart(link, base) is None


def why_apart(link: Link, base: Link) -> Why | None:
    """In what a number differs from the arrests; victims are never measured against them."""
    if link is base:
        return None
    if link.figure is None or base.figure is None or not base.figure.is_number:
        return Why.NOT_STATED
    return difference(base.figure, link.figure)


def row(
    link: Link, entry: Entry | None, base: Link, most: float, document: Mapping[str, Any]
) -> Row:
    words = in_words(link, entry, document)
    apart = why_apart(link, base) if entry and is_number(entry) else None
    if apart:
        words = _("%(words)s (not drawn to scale: %(reason)s)") % {
            "words": words,
            "reason": apart.label,
        }
    return Row(
        label=str(capfirst(link.stage.label)),
        words=words,
        bars=drawn(entry, most, is_apart=apart is not None),
        group=_("Beside the chain") if link.is_beside else _("The chain"),
        cells=(
            Cell(value=link.stage.value),
            Cell(str(capfirst(link.stage.label))),
            Cell(value=link.state.value),
            Cell(words),
            Cell(value=entry["id"] if entry else None),
            *(Cell(value=entry[field] if entry else None) for field in FIELDS),
        ),
    )


def drawn(entry: Entry | None, most: float, *, is_apart: bool) -> tuple[Bar, ...]:
    if entry is None:
        return (Bar(0, NO_LENGTH, Ink.DOTTED),)
    return (Bar(0, APART, Ink.OUTLINE),) if is_apart else bars(entry, most)


def is_number(entry: Entry) -> bool:
    return bool(entry["value_type"] == ValueType.VALUE)


def in_words(link: Link, entry: Entry | None, document: Mapping[str, Any]) -> str:
    if entry is None or link.state != State.STATED:
        return str(link.state.label)
    return wording.in_full(entry, document["vocabulary"])


def told(link: Link, entry: Entry | None, document: Mapping[str, Any]) -> str:
    words = {"stage": link.stage.label, "words": in_words(link, entry, document)}
    return _("%(stage)s: %(words)s") % words


def notes(found: list[tuple[Link, Entry | None]]) -> Iterator[str]:
    if any(link.stage == Stage.ARRESTED and link.state == State.STATED for link, _entry in found):
        yield _("Arrested, not convicted.")
    yield _("A stage that nobody looked for is not zero, and neither is one that no source states.")


def legend(found: list[tuple[Link, Entry | None]], base: Link) -> tuple[Key, ...]:
    entries = [(link, entry) for link, entry in found if entry]
    numbers = [(link, entry) for link, entry in entries if is_number(entry)]
    sizes = [bar for link, entry in numbers for bar in bars(entry, 1.0)]
    kinds = {entry["value_type"] for _link, entry in entries}
    keys = (
        (bool(numbers), Key(Ink.SOLID, _("stated; a thin mark is zero"))),
        (any(bar.runs_on for bar in sizes), Key(Ink.SOLID, _("at least so many"), runs_on=True)),
        (
            any(why_apart(link, base) for link, _entry in numbers)
            or ValueType.VERBAL_ONLY in kinds,
            Key(Ink.OUTLINE, _("stated, and not drawn to scale")),
        ),
        (
            any(bar.ink == Ink.HATCHED for bar in sizes) or ValueType.SUPPRESSED in kinds,
            Key(Ink.HATCHED, _("possible, not certain; or suppressed")),
        ),
        (ValueType.NOT_STATED in kinds, Key(Ink.DASHED, _("not stated by any source read"))),
        (len(entries) < len(found), Key(Ink.DOTTED, _("not yet looked for"))),
    )
    return tuple(key for holds, key in keys if holds)
