"""What changed between two documents, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Quoted for stand-alone reading; a change in it shows in the names themselves.
UNCOMPARED = frozenset({"edition", "published_at", "vocabulary"})


@dataclass(frozen=True)
class Change:
    """One place that differs. ``path`` is dotted; list items are named by their id."""

    path: str
    before: Any
    after: Any


def difference(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Every difference, in the order of the newer document; empty when nothing changed."""
    old = {key: value for key, value in before.items() if key not in UNCOMPARED}
    new = {key: value for key, value in after.items() if key not in UNCOMPARED}
    return list(_compare("", old, new))


def _compare(path: str, before: Any, after: Any) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(key for key in before if key not in after)]:
            inner = f"{path}.{key}" if path else str(key)
            yield from _compare(inner, before.get(key), after.get(key))
    elif _is_named(before) and _is_named(after):
        yield from _compare(path, _by_id(before), _by_id(after))
    elif before != after:
        yield Change(path, before, after)


def _is_named(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(i, dict) and "id" in i for i in value)


def _by_id(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {str(item["id"]): item for item in items}
