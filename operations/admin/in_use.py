"""Whether anything still names a record, so that it must stay."""

from __future__ import annotations

from typing import Any

from django.db import models

from operations.models import Assessment, Edition, Finding, Source, Statement, Term


def in_use(record: Term | Source) -> bool:
    """Whether a working copy, an edition or a public context document names it."""
    return is_named_by_rows(record) or is_published(record)


def is_named_by_rows(record: models.Model) -> bool:
    """Rows that only belong to the record (its archives) do not count."""
    relations = record._meta.get_fields(include_hidden=True)
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: record}).exists()
        for relation in relations
        if isinstance(relation, models.ForeignObjectRel) and names(relation)
    )


def names(relation: Any) -> bool:
    return bool(relation.many_to_many or relation.on_delete is not models.CASCADE)


def is_published(record: Term | Source) -> bool:
    """Reissues look up what a document quotes, and old editions are read again years later.

    A code of another vocabulary that is spelt the same protects too: better than a gap.
    """
    quoted = f'"{record.code}"'
    return any(
        model._default_manager.filter(document__contains=quoted).exists()
        for model in (Edition, Assessment, Statement, Finding)
    )
