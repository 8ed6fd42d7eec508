"""What differs between two revisions, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from operations.wording.changes import changes

from . import columns
from .names import Content, Names
from .rows import rows

# Quoted only so that citations can be read.
QUOTED_ONLY = "sources"


@dataclass(frozen=True)
class Told:
    """One place that differs; an empty side says nothing there."""

    headings: tuple[str, ...]
    before: str
    after: str
    language: str = ""


def differences(model: type[Any], before: Content, after: Content, names: Names) -> list[Told]:
    """Columns first, in the order of the form; then rows, as public changes are worded."""
    return [*in_columns(model, before, after, names), *in_rows(before, after, names)]


def in_columns(model: type[Any], before: Content, after: Content, names: Names) -> Iterator[Told]:
    old, new = before.get("fields", {}), after.get("fields", {})
    for name in columns.columns(model, {**old, **new}):
        # A column that is younger than the revision was empty then.
        sides = [columns.words(model, name, side.get(name), names) for side in (old, new)]
        if old.get(name) != new.get(name) and sides[0] != sides[1]:
            heading = columns.heading(model, name)
            yield Told((heading,), sides[0], sides[1], columns.language(name))


def in_rows(before: Content, after: Content, names: Names) -> Iterator[Told]:
    for change in changes(rows(before, names), rows(after, names)):
        section = change.change.keys[0]
        if section == "archives":
            sides = [archives(content) for content in (before, after)]
            yield Told((_("Archived copies"),), sides[0], sides[1])
        elif section != QUOTED_ONLY:
            tongue = columns.tongue(change.change.keys[-1])
            yield Told(change.headings, change.before, change.after, tongue)


def archives(content: Content) -> str:
    copies = content.get("archives", [])
    return "\n".join(f"{copy['url'] or copy['sha256']} ({copy['archived_on']})" for copy in copies)
