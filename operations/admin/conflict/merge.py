"""Three versions → one page: theirs where only they changed, yours where you did, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, field

from .difference import Difference, merge_fields
from .row_merge import RowMerge
from .rows import with_known_keys
from .sheet import Fields, Row, Sheet


@dataclass
class Merged:
    """The page to show, its rows by their identities in the order of the page."""

    own: Fields = field(default_factory=dict)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def merge(opened: Sheet | None, theirs: Sheet, yours: Sheet) -> Merged:
    """``opened`` is what the form held at first; unknown, whatever differs counts as both."""
    if opened is not None:
        opened, yours = with_known_keys(opened, theirs, yours)
    merged = Merged()
    before = opened.own if opened else None
    merged.own, merged.differences = merge_fields(before, theirs.own, yours.own)
    for prefix in theirs.rows:
        rows = RowMerge(prefix, opened, theirs, yours)
        merged.rows[prefix] = rows.merged()
        merged.differences += rows.differences
    return merged
