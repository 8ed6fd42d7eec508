"""Texts that look like personal data and that an administrator let stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from operations.models import PrivacyOverride
from operations.models.base import Guarded

if TYPE_CHECKING:
    from django.contrib.auth.models import User

EXCERPT_LENGTH = 200


def record_override(record: Guarded, by: User | None) -> list[PrivacyOverride]:
    """Store which texts an administrator let stand although they look like personal data."""
    if not record.privacy_override:
        return []
    return PrivacyOverride.objects.bulk_create(
        PrivacyOverride(
            record=str(record._meta.model_name),
            code=record.guarded_name,
            field=field,
            excerpt=finding.excerpt[:EXCERPT_LENGTH],
            reason=record.privacy_override,
            made_by=by,
        )
        for field, findings in record.personal_data().items()
        for finding in findings
    )


def let_stand(record: Guarded) -> str:
    """Why everything found in a record was let stand before; empty when something was not."""
    found = {
        (field, finding.excerpt[:EXCERPT_LENGTH])
        for field, findings in record.personal_data().items()
        for finding in findings
    }
    if not found:
        return ""
    given = PrivacyOverride.objects.filter(
        record=str(record._meta.model_name), code=record.guarded_name
    )
    reasons = {(each.field, each.excerpt): each.reason for each in given}
    return next(reasons[each] for each in found) if found <= reasons.keys() else ""
