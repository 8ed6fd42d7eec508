"""The rows of operations themselves."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from operations.dates import parse
from operations.importing.operations import plain_values
from operations.models import Operation, Series
from operations.sheets.planning.target import Target

from .keys import Keys

BATCH = 200


def create(targets: list[Target]) -> None:
    """New operations, so that others can point to them; what they point to comes later."""
    made = [Operation(code=target.code, **own_values(target)) for target in targets]
    Operation.objects.bulk_create(made, batch_size=BATCH)


def own_values(target: Target) -> dict[str, Any]:
    """The plain columns, those included that a save derives."""
    values = plain_values(target.document)
    span = parse(values["edtf"])
    return {**values, "earliest": span.earliest, "latest": span.latest}


def write_parents(targets: list[Target], keys: Keys) -> None:
    """Which operation each is a part of. Before the rest: a covered one may be new as well."""
    for target in targets:
        before = target.held.document["part_of"] if target.held else None
        after = target.document["part_of"]
        if before != after:
            parent = keys.operation(after) if after else None
            Operation.objects.filter(code=target.code).update(parent=parent)


def write_operations(targets: list[Target], keys: Keys) -> None:
    for target in targets:
        last = max((number(entry) for entry in target.document["figures"]), default=0)
        last = max(last, target.held.last_figure_number if target.held else 0)
        series = target.document["series"]
        values = {} if target.is_new else own_values(target)
        Operation.objects.filter(code=target.code).update(
            **values,
            series=keys.term(Series, series) if series else None,
            last_figure_number=last,
            modified_at=timezone.now(),
        )


def number(entry: dict[str, Any]) -> int:
    return int(entry["id"].rpartition(".")[2])
