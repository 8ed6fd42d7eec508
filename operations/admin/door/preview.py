"""A record as readers would see it, were it published now."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from operations import wording
from operations.models import Operation
from operations.totals import outcome_clock

from . import changes


def context(record: Any) -> dict[str, Any]:
    """What the public template of an operation asks for; other records show their document."""
    document = changes.then(record)
    if not isinstance(record, Operation):
        return {"document": document}
    return {
        "record": wording.record(document),
        "related": related(document),
        "clock": outcome_clock(document, timezone.localdate()),
    }


def related(document: dict[str, Any]) -> dict[str, list[wording.Named]]:
    """The operations that it points to, by name; what points to it is no part of it."""
    codes = {document["part_of"], *document["may_overlap"]} - {None}
    found = Operation.objects.filter(code__in=codes)
    names = {
        other.code: wording.Named(other.code, tuple(wording.both(other.names))) for other in found
    }
    return {
        "part_of": [names[document["part_of"]]] if document["part_of"] else [],
        "may_overlap": [names[code] for code in document["may_overlap"]],
    }
