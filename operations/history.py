"""Private history: every save of a record stores what it was, by whom, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core import serializers
from django.db.models import QuerySet

from operations.document import skeleton
from operations.document.lookup import archive_entries
from operations.document.skeleton import figure_entry
from operations.models import (
    Assessment,
    Figure,
    Finding,
    Operation,
    PrivacyOverride,
    Revision,
    Source,
    Statement,
    Term,
)
from operations.models.base import Guarded

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# What publishing and checks of addresses keep; a revision is what an editor saved.
VOLATILE = (
    *("modified_at", "document", "published_at", "workflow", "review_comment"),
    *("url_key", "health", "checked_at", "health_by_hand", "text_as_read", "text_read_at"),
)

Record = Operation | Source | Term | Assessment | Statement | Finding


def record_name(record: Record) -> str:
    """``operation``, ``source``, ``agency`` …: how revisions name a table."""
    return str(record._meta.model_name)


def snapshot(record: Record) -> dict[str, Any]:
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
    [serialized] = serializers.serialize("python", [record])
    fields: dict[str, Any] = serialized["fields"]
    for volatile in VOLATILE:
        fields.pop(volatile, None)
    return {key: _jsonable(value) for key, value in fields.items()}


def figures_of(record: Assessment | Statement) -> list[Figure]:
    whole = record.figures.select_related("counted_in", "offence", "part_of")
    return list(whole.prefetch_related("covers", "citations__source").order_by("number"))


def _jsonable(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return str(value)


def latest(record: Record) -> Revision | None:
    """The last revision of a record."""
    return revisions(record).order_by("-number").first()


def revisions(record: Record) -> QuerySet[Revision]:
    return Revision.objects.filter(record=record_name(record), code=record.code)


def save_revision(record: Record, by: User | None, note: str = "") -> Revision | None:
    """Store what the record is now; nothing when it is as it was."""
    content = snapshot(record)
    last = latest(record)
    if last is not None and last.document == content:
        return None
    return Revision.objects.create(
        record=record_name(record),
        code=record.code,
        number=last.number + 1 if last else 1,
        document=content,
        note=note,
        made_by=by,
    )


def record_override(record: Guarded, by: User | None) -> list[PrivacyOverride]:
    """Store which texts an administrator let stand although they look like personal data."""
    if not record.privacy_override:
        return []
    return PrivacyOverride.objects.bulk_create(
        PrivacyOverride(
            record=str(record._meta.model_name),
            code=record.guarded_name,
            field=field,
            excerpt=finding.excerpt[:200],
            reason=record.privacy_override,
            made_by=by,
        )
        for field, findings in record.personal_data().items()
        for finding in findings
    )
