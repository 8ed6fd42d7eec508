"""What a record would be after a revert, for the page that asks before it."""

from __future__ import annotations

from typing import Any

from operations import history
from operations.models import Revision

from .kept import restored


def reverted(record: Any, revision: Revision) -> dict[str, Any]:
    """The revision's content, with what a revert leaves alone as it is now."""
    now, then = history.snapshot(record), revision.document
    fields = {name: then["fields"][name] for name in restored(type(record), then["fields"])}
    content = {**now, "fields": {**now["fields"], **fields}}
    return content | {key: then[key] for key in ("document", "figures") if key in then}
