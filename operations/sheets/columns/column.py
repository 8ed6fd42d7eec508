"""One column: its name, where in a document it stands, and which field of a model explains it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import TextChoices
from django.utils.functional import Promise

from .kinds import Kind

Path = tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """``fields`` are the fields of the model whose faults belong to this column."""

    name: str
    title: str | Promise
    kind: Kind
    path: Path = ()
    help: str | Promise = ""
    example: str = ""
    fields: tuple[str, ...] = ()

    @property
    def choices(self) -> type[TextChoices] | None:
        found: type[TextChoices] | None = self.kind.choices
        return found

    def get(self, document: dict[str, Any]) -> Any:
        found: Any = document
        for key in self.path:
            found = found[key]
        return found

    def put(self, document: dict[str, Any], value: Any) -> None:
        *outer, last = self.path
        place: Any = document
        for key in outer:
            place = place[key]
        place[last] = value

    def cell(self, document: dict[str, Any]) -> str:
        """What the document says here, as text."""
        return str(self.kind.write(self.get(document)))


def of_model(
    model: type[models.Model], name: str, kind: Kind, path: Path = (), **more: Any
) -> Column:
    """A column that a field of a model explains; ``field`` when its name differs."""
    field_name = more.pop("field", name)
    field: Any = model._meta.get_field(field_name)
    more.setdefault("help", field.help_text)
    more.setdefault("title", field.verbose_name)
    return Column(name=name, kind=kind, path=path or (name,), fields=(name, field_name), **more)


def by_name(columns: Iterable[Column]) -> dict[str, Column]:
    return {column.name: column for column in columns}
