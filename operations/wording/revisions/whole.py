"""One revision whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from operations.wording.changes.fields import SECTIONS, headings
from operations.wording.changes.values import said
from operations.wording.figure import in_full

from . import columns
from .names import Content, Names
from .rows import rows
from .told import Told, archives

# Said by the heading of the figure, or worked out from it.
UNTOLD = frozenset({"id", "unit", "headline"})
LISTED = ("agencies", "groups", "routes", "links")


@dataclass(frozen=True)
class Part:
    """The record's own fields, or one figure. ``lines`` have only one side."""

    heading: str
    lines: list[Told]


def whole(model: type[Any], content: Content, names: Names) -> list[Part]:
    quoted = rows(content, names)
    own = [*in_columns(model, content, names), *in_lists(content, quoted)]
    return [Part("", own), *(figure(entry, quoted) for entry in quoted["figures"])]


def in_columns(model: type[Any], content: Content, names: Names) -> Iterator[Told]:
    fields = content.get("fields", {})
    for name in columns.columns(model, fields):
        words = columns.words(model, name, fields[name], names)
        if words:
            yield Told((columns.heading(model, name),), "", words, columns.language(name))


def in_lists(content: Content, quoted: dict[str, Any]) -> Iterator[Told]:
    for section in LISTED:
        words = said(quoted[section], (section,), quoted)
        if words:
            yield Told((str(SECTIONS[section]),), "", words)
    if content.get("archives"):
        yield Told((_("Archived copies"),), "", archives(content))


def figure(entry: dict[str, Any], quoted: dict[str, Any]) -> Part:
    number = entry["id"].rpartition(".")[2]
    words = {"number": number, "claim": in_full(entry, quoted["vocabulary"])}
    heading = _("Figure %(number)s: %(claim)s") % words
    return Part(heading, list(leaves(entry, ("figures",), quoted)))


def leaves(value: Any, place: tuple[str, ...], quoted: dict[str, Any]) -> Iterator[Told]:
    for key, inner in value.items():
        spot = (*place, key)
        if isinstance(inner, dict):
            yield from leaves(inner, spot, quoted)
        elif key not in UNTOLD and says_something(inner):
            yield Told(headings(spot)[1:], "", said(inner, spot, quoted), columns.tongue(key))


def says_something(value: Any) -> bool:
    """Zero does: it is a number."""
    return value is not None and value is not False and value not in ("", [])
