"""What a form names in rows that are not saved yet, read from what was sent.

The rows of agencies and figures belong to formsets of their own, which the main form does not
know; their field names are those that the browser sends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from operations.models import Operation, Source
from operations.twins import Described, described, lines

AGENCY = re.compile(r"agency_roles-\d+-agency")
CITED = re.compile(r"figures-\d+-source_\d+")
COVERS = re.compile(r"figures-\d+-covers")


def typed(form: Any) -> Described:
    """The operation as it is typed; what it is related to elsewhere is as it is stored."""
    agencies = lines()
    cleaned = form.cleaned_data
    further = {source.code for source in cleaned.get("sources") or ()}
    overlaps = {other.code for other in cleaned.get("may_overlap") or ()}
    cited = Source.objects.filter(pk__in=keys(form.data, CITED))
    covered = Operation.objects.filter(pk__in=keys(form.data, COVERS))
    return described(
        form.instance,
        agencies=[agencies[pk] for pk in keys(form.data, AGENCY) if pk in agencies],
        sources=further | set(cited.values_list("code", flat=True)),
        related=overlaps
        | set(covered.values_list("code", flat=True))
        | set(above(form.instance))
        | set(elsewhere(form.instance)),
    )


def keys(data: Any, name: re.Pattern[str]) -> set[int]:
    """Row keys sent under such names, of rows that are not to be deleted."""
    return {
        int(value)
        for key in data
        if name.fullmatch(key) and not is_deleted(data, key)
        for value in data.getlist(key)
        if value.isascii() and value.isdecimal() and len(value) < len(str(2**63))
    }


def is_deleted(data: Any, key: str) -> bool:
    return bool(data.get(f"{key.rpartition('-')[0]}-DELETE"))


def above(operation: Operation) -> Iterator[str]:
    seen: set[Any] = set()
    whole = operation.parent
    while whole is not None and whole.pk not in seen:
        seen.add(whole.pk)
        yield whole.code
        whole = whole.parent


def elsewhere(operation: Operation) -> Iterator[str]:
    """Operations whose own records say how they relate to this one."""
    if operation.pk is not None:
        yield from operation.parts.values_list("code", flat=True)
        covering = Operation.objects.filter(figures__covers=operation)
        yield from covering.values_list("code", flat=True)
