"""Revisions of a record, numbered from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Model, QuerySet

from operations.models import (
    Assessment,
    Finding,
    Operation,
    Revision,
    Source,
    Statement,
    Term,
)

from .snapshot import snapshot

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Record = Operation | Source | Term | Assessment | Statement | Finding


def record_name(record: Record) -> str:
    """``operation``, ``source``, ``agency`` …: how revisions name a table."""
    return str(record._meta.model_name)


def model_of(name: str) -> type[Model]:
    """The table that revisions call ``name``."""
    return apps.get_model("operations", name)


def latest(record: Record) -> Revision | None:
    """The last revision of a record."""
    return revisions(record).order_by("-number").first()


def last_number(name: str, code: str) -> int:
    """The number of a record's last revision; 0 before its first."""
    numbers = Revision.objects.filter(record=name, code=code).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 0


def revisions(record: Record) -> QuerySet[Revision]:
    return Revision.objects.filter(record=record_name(record), code=record.code)


def save_revision(record: Record, by: User | None, note: str = "") -> Revision | None:
    """Store what the record is now; nothing when it is as it was.

    Whoever saves, an approval was of what stood there before.
    """
    content = snapshot(record)
    last = latest(record)
    if last is not None and last.document == content:
        return None
    if isinstance(record, Operation):
        Operation.objects.filter(pk=record.pk).reopen()
    return Revision.objects.create(
        record=record_name(record),
        code=record.code,
        number=last.number + 1 if last else 1,
        document=content,
        note=note,
        made_by=by,
    )
