"""What readers see now, what they would see, and what differs, ready to be shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from operations import publishing
from operations.document import Lookup, build_context, difference
from operations.models import Operation


@dataclass(frozen=True)
class ShownChange:
    """One place that differs, both sides as text; an empty side says nothing."""

    path: str
    before: str
    after: str


def now(record: Any) -> dict[str, Any]:
    """The public document; empty when there is none."""
    if isinstance(record, Operation):
        current = record.current_edition
        return current.content if current else {}
    document: dict[str, Any] = json.loads(record.document) if record.document else {}
    return document


def then(record: Any) -> dict[str, Any]:
    """The document that publishing the working copy would make."""
    if isinstance(record, Operation):
        return publishing.preview(record)
    return build_context(record, Lookup())


def changes(record: Any) -> list[ShownChange]:
    return [
        ShownChange(change.path, shown(change.before), shown(change.after))
        for change in difference(now(record), then(record))
    ]


def shown(value: Any) -> str:
    """Text as it is; anything else as JSON, indented when it has parts."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, str):
        return value
    indent = 1 if isinstance(value, dict | list) else None
    return json.dumps(value, ensure_ascii=False, indent=indent)
