"""What operations are connected with: only where the file says otherwise than the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
)
from operations.sheets.planning import with_further_sources
from operations.sheets.planning.target import Target

from .keys import Keys

TERMS: dict[str, type[Any]] = {"places": Place, "offences": Offence, "methods": Method}
ROWS: dict[str, type[models.Model]] = {
    "agencies": OperationAgency,
    "groups": OperationGroup,
    "routes": OperationRoute,
    "links": OperationLink,
}


def write_relations(targets: list[Target], keys: Keys) -> None:
    for name, model in TERMS.items():
        write_links(targets, name, keys, model)
    write_links(targets, "sources", keys, None)
    write_overlaps(targets, keys)
    for name, row_model in ROWS.items():
        write_rows(targets, name, row_model, keys)


def before(target: Target, name: str) -> Any:
    return with_further_sources(target.held.document)[name] if target.held else []


def differing(targets: Iterable[Target], name: str) -> Iterator[tuple[Target, Any]]:
    for target in targets:
        after = with_further_sources(target.document)[name]
        if before(target, name) != after:
            yield target, after


def write_links(targets: list[Target], name: str, keys: Keys, of_term: type[Any] | None) -> None:
    """Plain links to terms and sources: the rows between the two tables."""
    field: Any = Operation._meta.get_field(name)
    through = field.remote_field.through
    column = field.m2m_reverse_field_name()
    made = []
    changed = list(differing(targets, name))
    for target, after in changed:
        for entry in after:
            code = entry["id"]
            key = keys.term(of_term, code) if of_term else keys.source(code)
            ends = {"operation_id": keys.operation(target.code), f"{column}_id": key}
            made.append(through(**ends))
    held = [target.held.key for target, _after in changed if target.held]
    if held:
        through.objects.filter(operation__in=held).delete()
    through.objects.bulk_create(made, batch_size=400)


def write_overlaps(targets: list[Target], keys: Keys) -> None:
    """Mutual by nature: Django writes both directions."""
    for target, after in differing(targets, "may_overlap"):
        operation = Operation(pk=keys.operation(target.code))
        operation.may_overlap.set([keys.operation(code) for code in after])


def write_rows(targets: list[Target], name: str, model: Any, keys: Keys) -> None:
    changed = list(differing(targets, name))
    model.objects.filter(operation__in=[t.held.key for t, _ in changed if t.held]).delete()
    made = [
        model(operation_id=keys.operation(target.code), **row(name, entry, keys))
        for target, after in changed
        for entry in after
    ]
    model.objects.bulk_create(made, batch_size=200)


def row(name: str, entry: dict[str, Any], keys: Keys) -> dict[str, Any]:
    match name:
        case "agencies":
            return {"agency_id": keys.term(Agency, entry["id"]), "role": entry["role"]}
        case "groups":
            key = keys.term(Group, entry["id"])
            return {"group_id": key, "attribution": entry["attribution"]}
        case "routes":
            ends = (entry["from"]["id"], entry["to"]["id"])
            origin, destination = (keys.term(Place, code) for code in ends)
            return {"origin_id": origin, "destination_id": destination}
        case _:
            return {"kind": entry["kind"], "url": entry["url"]}
