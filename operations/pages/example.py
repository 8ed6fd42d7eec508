"""One number of the record taken apart on the front page, so that the others can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from operations import wording
from operations.models.edition import EditionQuerySet
from operations.wording.arrests import ARRESTS

# Readers have met the large numbers, and of those the ones that everybody repeats.
LARGEST = 10


def example(public: EditionQuerySet) -> wording.Record | None:
    """Of the largest numbers of arrests, the one that most sources state; the larger of equals."""
    largest = public.filter(arrests__isnull=False).order_by("-arrests", "code")
    contents = [edition.content for edition in largest[:LARGEST]]
    if not contents:
        return None
    chosen = wording.record(max(contents, key=sources_stating))
    return chosen if chosen.headline else None


def sources_stating(content: Mapping[str, Any]) -> int:
    entry = wording.row_entry(content)
    return len(entry["citations"]) if entry and entry["measure"] in ARRESTS else 0
