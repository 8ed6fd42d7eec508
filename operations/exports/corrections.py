"""What was changed, withdrawn, merged or redacted: the log behind the page and the feed."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from operations.codes import EditionKind
from operations.models import Edition
from operations.models.edition import EditionQuerySet

# Reissues change names and sources that are shown, not what the record says.
LOGGED = (
    EditionKind.CORRECTED,
    EditionKind.WITHDRAWN,
    EditionKind.MERGED,
    EditionKind.REDACTED,
)


def corrections() -> EditionQuerySet:
    """Newest first, without texts; ``has_before`` where an earlier edition can be read."""
    before = Edition.objects.filter(operation=OuterRef("operation"), number__lt=OuterRef("number"))
    logged = Edition.objects.filter(kind__in=LOGGED).select_related("merged_into")
    logged = logged.annotate(has_before=Exists(before.exclude(document="")))
    return logged.defer("document").order_by("-valid_from", "-pk")
