"""Where schemas point to each other: in the API, or in a file that holds them elsewhere."""

from __future__ import annotations

from typing import Any

from .parts import INSIDE


def moved(part: Any, to: str) -> Any:
    """The same with every reference into ``to`` of the file itself, such as ``#/$defs/``."""
    if isinstance(part, list):
        return [moved(each, to) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: value.replace(INSIDE, to) if key == "$ref" else moved(value, to)
        for key, value in part.items()
    }
