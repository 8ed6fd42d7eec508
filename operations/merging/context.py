"""Context documents after an undo: they name again what their records name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from operations import publishing
from operations.document import Lookup, build_context, canonical, dress_context
from operations.publishing.unmerging import AsIf


def restore_context(records: Mapping[type[Any], Iterable[Any]], as_if: AsIf) -> None:
    """Where a change waits, nothing is swept along: the next publication does it."""
    supposed, lookup = Lookup(as_if=as_if), Lookup()
    for found in records.values():
        for record in found:
            if record.document and says_the_same(record, supposed):
                publishing.publish_context(record, lookup)


def says_the_same(record: Any, lookup: Lookup) -> bool:
    published = dress_context(orjson.loads(record.document), lookup)
    return canonical(published) == canonical(build_context(record, lookup))
