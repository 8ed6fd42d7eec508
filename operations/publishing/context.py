"""Publishing what stands beside the record: assessments, statements, findings."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from operations.document import Lookup, build_context, canonical
from operations.document.context import ContextRecord


def publish_context(record: ContextRecord, lookup: Lookup | None = None) -> bool:
    """Store the document that readers see; ``False`` when it is what they see already."""
    with transaction.atomic():
        text = canonical(build_context(record, lookup or Lookup()))
        if record.document == text:
            return False
        record.document = text
        record.published_at = timezone.now().replace(microsecond=0)
        record.save(update_fields=["document", "published_at"])
    return True
