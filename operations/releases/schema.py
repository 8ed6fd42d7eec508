"""The JSON Schemas of a release, put together from the shapes of the API."""

from __future__ import annotations

from typing import Any

from operations.shapes import COMPONENTS, INSIDE, Schema, moved

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Whole documents have every key; of figures, those of older editions lack some.
FILES = {
    "operation.schema.json": ("Operation", list(COMPONENTS["Operation"]["properties"])),
    "figure.schema.json": ("OwnedFigure", ["operation", *COMPONENTS["Figure"]["required"]]),
}
APART = "#/$defs/"


def schemas() -> dict[str, Schema]:
    """Schema by the name of its file."""
    return {file: schema_of(*promised) for file, promised in FILES.items()}


def schema_of(component: str, required: list[str]) -> Schema:
    """The schema of one component; whatever it refers to is inside."""
    whole = {**COMPONENTS[component], "required": required}
    needed = referred(whole)
    definitions = {name: moved(COMPONENTS[name], APART) for name in sorted(needed)}
    return {"$schema": DIALECT, "title": component, **moved(whole, APART), "$defs": definitions}


def referred(part: Any) -> set[str]:
    """Names of the components that a schema refers to, at any depth."""
    found, waiting = set[str](), direct(part)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= direct(COMPONENTS[name])
    return found


def direct(part: Any) -> set[str]:
    if isinstance(part, list):
        return set[str]().union(*map(direct, part))
    if not isinstance(part, dict):
        return set()
    named = {part["$ref"].removeprefix(INSIDE)} if isinstance(part.get("$ref"), str) else set()
    return named.union(*map(direct, part.values()))
