"""What readers see now, what they would see, and what differs, ready to be shown."""

from __future__ import annotations

import json
from typing import Any

from operations import publishing
from operations.document import Lookup, build_context
from operations.models import Operation
from operations.wording.changes import Changed
from operations.wording.changes import changes as worded


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


def changes(record: Any) -> list[Changed]:
    return worded(now(record), then(record))
