"""What a record is now, as a revision stores it."""

from __future__ import annotations

from typing import Any

from operations.document import skeleton
from operations.document.lookup import archive_entries
from operations.document.skeleton import figure_entry
from operations.models import Assessment, Figure, Operation, Source, Statement

from .relations import code_of, plain_lists

# What changes without anybody saving the record: the door and checks of addresses decide it.
VOLATILE = frozenset(
    {"id", "modified_at", "document", "published_at", "single_checked"}
    | {"workflow", "review_comment", "public_revision"}
    | {"url_key", "health", "checked_at", "health_by_hand", "text_as_read", "text_read_at"}
)


def snapshot(record: Any) -> dict[str, Any]:
    """Everything an editor can change about a record, private fields included."""
    content: dict[str, Any] = {"fields": plain_fields(record)}
    if isinstance(record, Operation):
        whole = Operation.objects.whole().get(pk=record.pk)
        content["document"] = skeleton(whole)
    elif isinstance(record, Assessment | Statement):
        content["figures"] = [figure_entry(each, record.code) for each in figures_of(record)]
    elif isinstance(record, Source):
        content["archives"] = archive_entries(record)
    return content


def plain_fields(record: Any) -> dict[str, Any]:
    """The record's own columns and lists, other records by their ids."""
    columns = [each for each in record._meta.concrete_fields if each.name not in VOLATILE]
    fields: dict[str, Any] = {}
    for column in columns:
        value = getattr(record, column.name)
        fields[column.name] = code_of(value) if column.is_relation else _jsonable(value)
    for many in plain_lists(type(record)):
        fields[many.name] = sorted(other.code for other in getattr(record, many.name).all())
    return fields


def figures_of(record: Assessment | Statement) -> list[Figure]:
    whole = record.figures.select_related("counted_in", "offence", "part_of")
    return list(whole.prefetch_related("covers", "citations__source").order_by("number"))


def _jsonable(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return str(value)
