"""What changed between two documents, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Quoted for stand-alone reading; a change in it shows in the names themselves.
UNCOMPARED = frozenset({"edition", "published_at", "vocabulary"})

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """One place that differs, from the outermost key inwards; list items go by their id."""

    keys: Keys
    before: Any
    after: Any

    @property
    def path(self) -> str:
        """The place as people write it. Ids hold dots too, so it cannot be taken apart again."""
        return ".".join(self.keys)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Every difference, in the order of the newer document; empty when nothing changed."""
    old = {key: value for key, value in before.items() if key not in UNCOMPARED}
    new = {key: value for key, value in after.items() if key not in UNCOMPARED}
    return list(_compare((), old, new))


def renamings(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What differs in the terms that both documents quote: names, aliases, broader terms.

    A document can quote a term that it shows by its code alone, such as the place that a figure
    is counted in, so ``difference`` does not see all of it.
    """
    old, new = before.get("vocabulary", {}), after.get("vocabulary", {})
    return [
        change
        for vocabulary, terms in new.items()
        for code, entry in terms.items()
        if code in old.get(vocabulary, {})
        for change in _compare(("vocabulary", vocabulary, code), old[vocabulary][code], entry)
    ]


def _compare(keys: Keys, before: Any, after: Any) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(key for key in before if key not in after)]:
            yield from _compare((*keys, str(key)), before.get(key), after.get(key))
    elif _is_named(before) and _is_named(after):
        yield from _compare(keys, _by_id(before), _by_id(after))
    elif before != after:
        yield Change(keys, before, after)


def _is_named(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(i, dict) and "id" in i for i in value)


def _by_id(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {str(item["id"]): item for item in items}
