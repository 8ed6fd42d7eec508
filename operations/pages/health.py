"""The health of sources: it changes without the record, so it stands beside the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from operations.models import Source


def health_of(document: Mapping[str, Any]) -> dict[str, Source]:
    """The source rows of a document by their ids; a page shows their health and nothing else."""
    codes = [entry["id"] for entry in document["sources"]]
    found = Source.objects.filter(code__in=codes).only("code", "health", "checked_at")
    return {source.code: source for source in found}
