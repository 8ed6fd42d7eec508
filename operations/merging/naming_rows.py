"""Every row of the working copy that names a term, whatever table it is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from operations.models import (
    Operation,
    OperationAgency,
    OperationGroup,
    OperationRoute,
    Term,
)

# ``successor`` says what became of a term; it is a chain of its own and not re-pointed.
NOT_NAMING = frozenset({"successor"})


@dataclass(frozen=True)
class Column:
    """A foreign key to a vocabulary, of a table of its own or between two others."""

    model: type[models.Model]
    name: str

    @property
    def label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    @property
    def what(self) -> Any:
        """How people call the records whose rows these are."""
        # Of the table behind a list Django notes here whose list it is.
        owner: Any = self.model._meta.auto_created or self.model
        if owner in (OperationAgency, OperationGroup, OperationRoute):
            owner = Operation
        return owner._meta.verbose_name_plural

    @property
    def rows(self) -> models.QuerySet[Any]:
        return self.model._base_manager.order_by("pk")

    def naming(self, term: Term) -> models.QuerySet[Any]:
        return self.rows.filter(**{self.name: term})

    def twin(self, row: Any, term: Term) -> Any | None:
        """The row that would say the same as ``row`` once it named ``term``."""
        for fields in self.unique_together:
            same = {name: getattr(row, name) for name in fields if name != self.name}
            found = self.rows.filter(**same, **{self.name: term}).exclude(pk=row.pk).first()
            if found is not None:
                return found
        return None

    @property
    def unique_together(self) -> list[tuple[str, ...]]:
        options = self.model._meta
        constraints = [
            tuple(each.fields)
            for each in options.constraints
            if isinstance(each, models.UniqueConstraint) and not each.condition
        ]
        given = [tuple(fields) for fields in options.unique_together]
        return [fields for fields in (*constraints, *given) if self.name in fields]


def columns(model: type[Term]) -> Iterator[Column]:
    """Plain foreign keys, and the tables behind plain lists."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.field.name not in NOT_NAMING:
            related: Any = relation.related_model
            yield Column(related, relation.field.name)
