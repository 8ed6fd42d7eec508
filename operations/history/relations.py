"""Relations of a record by the permanent ids of what they name.

A row's key means nothing once the row is gone; an id still says what stood there.
"""

from __future__ import annotations

from typing import Any

from django.db import models


def relations_of(model: type[models.Model]) -> dict[str, type[models.Model]]:
    """Columns and lists of a model that name other records, each with the model it names."""
    options = model._meta
    fields: list[Any] = [*options.concrete_fields, *plain_lists(model)]
    return {field.name: field.related_model for field in fields if field.is_relation}


def plain_lists(model: type[models.Model]) -> list[Any]:
    """Many-to-many fields without facts of their own; the others have rows and forms."""
    many: list[Any] = list(model._meta.many_to_many)
    return [field for field in many if field.remote_field.through._meta.auto_created]


def code_of(record: Any) -> str | None:
    return None if record is None else str(record.code)
