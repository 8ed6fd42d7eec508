"""What readers see now, what they would see, and what differs, ready to be shown."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

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


def gone(record: Any) -> str:
    """What ended its public life, so that nobody revives it without thinking; empty otherwise."""
    current = record.current_edition if isinstance(record, Operation) else None
    if current is None or not current.is_tombstone:
        return ""
    words = {
        "kind": current.get_kind_display(),
        "class": current.get_withdrawal_class_display(),
        "reason": current.reason,
    }
    return (
        _(
            "%(kind)s (%(class)s): “%(reason)s” Publishing makes it public again, so see first that"
            " what was the reason is gone from the working copy."
        )
        % words
    )


def then(record: Any) -> dict[str, Any]:
    """The document that publishing the working copy would make."""
    if isinstance(record, Operation):
        return publishing.preview(record)
    return build_context(record, Lookup())


def changes(record: Any) -> list[Changed]:
    return worded(now(record), then(record))
