"""Finding the figure that makes the same claim, so that loading a file again adds nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from operations import figures as rules
from operations.document.claims import claim

Entry = dict[str, Any]
# What tells figures of one claim key apart that are different claims all the same.
SAYS_WHICH = ("age_from", "age_to", "source_term")
PLACE = ("part_of", "breakdown", "breakdown_set")


class Alike:
    """Figures of one operation, found by what they claim."""

    def __init__(self, owner: str, entries: Iterable[Entry] = ()) -> None:
        self._owner = owner
        self._buckets: dict[tuple[Any, ...] | None, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        self._buckets[self._bucket(entry)].append(entry)

    def same(self, made: Entry) -> list[Entry]:
        """Every figure that says the same thing at the same place under the same whole."""
        bucket = self._bucket(made)
        found = self._buckets.get(bucket, []) if bucket else []
        return [entry for entry in found if self._is_same(entry, made)]

    def _bucket(self, entry: Entry) -> tuple[Any, ...] | None:
        """All that must be equal; nothing for a figure with an impossible date."""
        plain = self._claim(entry)
        if plain is None:
            return None
        key = rules.claim_key(plain)
        note = str(entry["note"]) if key.only else ""
        return key, plain.value, plain.low, plain.high, note, *(entry[name] for name in PLACE)

    def _claim(self, entry: Entry) -> rules.Figure | None:
        try:
            # One id for all: the key of “other” holds it.
            return replace(claim({**entry, "citations": []}, self._owner, {}), id=self._owner)
        except ValueError:
            return None

    def _is_same(self, entry: Entry, made: Entry) -> bool:
        one, other = self._claim(entry), self._claim(made)
        return bool(one and other and rules.same_claim(one, other))


def likeness(entry: Entry, made: Entry) -> int:
    """How much two figures agree beyond the claim."""
    people = sum(bool(entry["who"][name] == made["who"][name]) for name in SAYS_WHICH)
    return people + sum(bool(entry[key] == made[key]) for key in ("as_at", "note", "citations"))


def of_same_people(entry: Entry, made: Entry) -> bool:
    return all(entry["who"][name] == made["who"][name] for name in SAYS_WHICH)
