"""One column of a table: where a document holds it, what type it has, what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from operations.shapes import Schema, shape_at
from operations.wording.changes import headings

EACH = "[]"


class Kind(StrEnum):
    """The type of a column's values, in the words of JSON Schema where it has one."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    DAY = "day"
    MOMENT = "time"
    TEXTS = "list"


@dataclass(frozen=True)
class Column:
    """``path`` leads to the value in a document of ``component``, as in ``agencies[].id``.

    ``of`` names the place of the row's own data in the whole document (``figures``), so that the
    column is called what the whole document calls it.
    """

    name: str
    path: str
    component: str
    meaning: str | Promise
    of: tuple[str, ...] = ()

    def read(self, content: Mapping[str, Any]) -> Any:
        """The value in a document; a list where the path goes through one."""
        return value_at(content, self.path.split("."))

    @cached_property
    def shape(self) -> Schema:
        """The JSON Schema of one value."""
        return shape_at(self.component, self.keys)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key.removesuffix(EACH) for key in self.path.split("."))

    @property
    def is_list(self) -> bool:
        return EACH in self.path or "array" in types(self.shape)

    @cached_property
    def kind(self) -> Kind:
        if self.is_list:
            return Kind.TEXTS
        [name] = types(self.shape) - {"null"}
        match name, self.shape.get("format"):
            case "string", "date":
                return Kind.DAY
            case "string", "date-time":
                return Kind.MOMENT
        return KINDS[name]

    @property
    def codes(self) -> list[str]:
        """The codes that the value is one of; empty where it is not a code."""
        item = self.shape.get("items", self.shape)
        return [code for code in item.get("enum", ()) if isinstance(code, str)]

    @property
    def title(self) -> str:
        """What readers call it, in the active language."""
        words = headings((*self.of, *self.named))
        return _(": ").join(words[1:] if self.of else words)

    @property
    def named(self) -> tuple[str, ...]:
        """The keys without the id that stands for a whole entry: “agencies”, not “agencies, id”."""
        return self.keys[:-1] if self.keys[-1] == "id" and len(self.keys) > 1 else self.keys

    @property
    def description(self) -> str:
        """What it means, in words for readers and in the active language."""
        return str(self.meaning)


KINDS = {
    "string": Kind.TEXT,
    "integer": Kind.WHOLE,
    "number": Kind.NUMBER,
    "boolean": Kind.FLAG,
}


def types(shape: Schema) -> set[str]:
    named = shape["type"]
    return {named} if isinstance(named, str) else set(named)


def value_at(content: Any, steps: list[str]) -> Any:
    """What stands at the end of ``steps``; nothing where an entry on the way is not there.

    Documents of long ago lack keys that came later.
    """
    for position, step in enumerate(steps):
        if content is None:
            return None
        if step.endswith(EACH):
            rest = steps[position + 1 :]
            entries = content.get(step.removesuffix(EACH)) or []
            return [value_at(entry, rest) for entry in entries]
        content = content.get(step)
    return content
