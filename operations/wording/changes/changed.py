"""Two documents → what differs, each place with its headings and both sides in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import Measure
from operations.document import Change, difference, renamings
from operations.document.difference import Keys
from operations.wording.codes import label
from operations.wording.figure import scope_and_place
from operations.wording.naming import named

from .fields import SECTIONS, headings
from .shape import LISTS, QUOTED, Shape, item, shape
from .values import Document, said, source

# Fields that follow from another one: said only when they change alone.
FOLLOWS: Mapping[Shape, str] = {
    ("dates", "earliest"): "edtf",
    ("dates", "latest"): "edtf",
    ("figures", "unit"): "measure",
}
ORDER = {section: place for place, section in enumerate(SECTIONS)}
# Single terms; one in the place of another is one change, not a change of its id and its name.
TERMS = frozenset({"series", "from", "to", "method", "offence", "group"})


@dataclass(frozen=True)
class Changed:
    """One place that differs. ``headings`` lead to it; an empty side says nothing there."""

    change: Change
    headings: tuple[str, ...]
    before: str
    after: str

    @property
    def path(self) -> str:
        return self.change.path

    @property
    def section(self) -> str:
        return self.headings[0]

    @property
    def field(self) -> str:
        """Where in its section it is, or that a whole item came or went; empty for neither."""
        if len(self.headings) > 1:
            return " › ".join(self.headings[1:])
        if self.change.keys[0] not in LISTS:
            return ""
        return _("added") if self.after else _("removed")


def changes(before: Document, after: Document) -> list[Changed]:
    """What readers see differ, the terms that are called otherwise last."""
    found = [*gathered(difference(before, after), before, after), *renamings(before, after)]
    places = {change.keys for change in found}
    told = [
        change
        for change in found
        if leading(change.keys) not in places and not is_said_elsewhere(change, before, after)
    ]
    return [worded(change, before, after) for change in sorted(told, key=position)]


def gathered(found: Sequence[Change], before: Document, after: Document) -> Iterator[Change]:
    """The differences, those inside one single term taken together."""
    seen = set()
    for change in found:
        key = change.keys[0]
        if key not in TERMS or len(change.keys) == 1:
            yield change
        elif key not in seen:
            seen.add(key)
            yield Change((key,), before[key], after[key])


def position(change: Change) -> int:
    """Where the section stands on the page of a record; documents sort their keys by letter."""
    return ORDER.get(change.keys[0], len(ORDER))


def leading(keys: Keys) -> Keys | None:
    """The place that decides what stands at ``keys``, where it follows from another."""
    leader = FOLLOWS.get(shape(keys))
    return (*keys[:-1], leader) if leader else None


def is_said_elsewhere(change: Change, before: Document, after: Document) -> bool:
    """Whether only a name differs, of a term whose renaming is told by itself."""
    if QUOTED not in before or QUOTED not in after:
        return False
    key = change.keys[0]
    if key in TERMS:
        both = change.before and change.after
        return bool(both) and identity(change.before) == identity(change.after)
    if key == "routes":
        return identities(change.before) == identities(change.after)
    return key in LISTS and shape(change.keys)[1:2] == ("name",)


def identity(term: Mapping[str, Any]) -> str:
    return str(term["id"])


def identities(routes: Sequence[Mapping[str, Any]] | None) -> list[tuple[str, str]]:
    return [(identity(route["from"]), identity(route["to"])) for route in routes or ()]


def worded(change: Change, before: Document, after: Document) -> Changed:
    place = shape(change.keys)
    outer, *inner = headings(place)
    whose = owner(change.keys, before, after)
    return Changed(
        change=change,
        headings=(outer, *([whose] if whose else []), *inner),
        before=said(change.before, place, before),
        after=said(change.after, place, after),
    )


def owner(keys: Keys, before: Document, after: Document) -> str:
    """Of which item of a list a field is, in words; empty for a whole item: it says so itself."""
    code = item(keys)
    if not code or len(shape(keys)) == 1:
        return ""
    if keys[0] == QUOTED:
        return str(named({"id": code, "name": after[QUOTED][keys[1]][code]["name"]}))
    document = before if code in ids(before[keys[0]]) else after
    entry = next(entry for entry in document[keys[0]] if entry["id"] == code)
    if keys[0] == "figures":
        return figure_name(entry, document)
    return source(entry, document) if keys[0] == "sources" else str(named(entry))


def ids(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def figure_name(entry: Mapping[str, Any], document: Document) -> str:
    """What a figure counts, without how many; its number tells rivals apart."""
    return _("figure %(number)s, %(measure)s, %(where)s") % {
        "number": entry["id"].rpartition(".")[2],
        "measure": label(Measure, entry["measure"]),
        "where": scope_and_place(entry, document.get(QUOTED, {})),
    }
