"""What the fields of a figure mean and which codes they take, once for all rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from operations.codes import explained

from . import layout

SLOT = re.compile(r"_\d+$")


@dataclass(frozen=True)
class Entry:
    """One field: its label, what it means, and its codes with their meanings."""

    name: str
    label: Any
    meaning: Any
    codes: list[explained.Code]

    @property
    def help_id(self) -> str:
        return help_id(self.name)


@dataclass(frozen=True)
class Page:
    """The fields that are explained together, opened by one button."""

    key: str
    heading: Any
    entries: list[Entry]


def bare(name: str) -> str:
    """The field without the number of its citation: ``source`` of ``source_2``."""
    return SLOT.sub("", name)


def help_id(name: str) -> str:
    return f"figures-help-{bare(name)}"


def pages(form: Any) -> list[Page]:
    """The code book of the table, column by column and group by group."""
    groups = [*layout.COLUMNS, *layout.sections(form.slots)]
    seen: set[str] = set()
    return [
        Page(key(place), heading, entries(form, names, seen))
        for place, (heading, names) in enumerate(groups)
    ]


def key(place: int) -> str:
    return f"figures-what-{place}"


def section_key(place: int) -> str:
    """The page of a group below the line; the columns come first."""
    return key(len(layout.COLUMNS) + place)


def entries(form: Any, names: tuple[str, ...], seen: set[str]) -> list[Entry]:
    """One entry a field; further sources need none of their own."""
    made = []
    for name in names:
        if bare(name) not in seen:
            seen.add(bare(name))
            meaning, codes = explained.field("figure", bare(name)), explained.codes(bare(name))
            made.append(Entry(bare(name), form.fields[name].label, meaning, codes))
    return made
