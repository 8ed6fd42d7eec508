"""The editions before one, for what they stated and it does not."""

from __future__ import annotations

from itertools import pairwise

from operations.codes import EditionKind
from operations.models import Edition
from operations.wording import Past

# Reissues bring names up to date and state nothing new; nor does anybody read more than this.
STATING = (EditionKind.PUBLISHED, EditionKind.CORRECTED)
MOST = 100


def past(edition: Edition) -> list[Past]:
    """Readable editions before ``edition``, newest first; redacted ones have nothing to tell."""
    if edition.number == 1:
        return []
    before = Edition.objects.filter(
        operation=edition.operation_id, number__lt=edition.number, kind__in=STATING
    ).exclude(document="")
    found = before.only("number", "reason", "document").order_by("-number")[:MOST]
    return [
        Past(old.number, old.content, new.number, new.reason)
        for new, old in pairwise([edition, *found])
    ]
