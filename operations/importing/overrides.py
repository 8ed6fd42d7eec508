"""What an administrator let stand once may come back with an import, word for word."""

from __future__ import annotations

from operations.models import PrivacyOverride
from operations.models.base import Guarded


def standing_reason(record: Guarded) -> str:
    """Why everything that looks like personal data in ``record`` was let stand there before.

    Empty when nothing was found, or when any of it is new.
    """
    given = PrivacyOverride.objects.filter(
        record=str(record._meta.model_name), code=record.guarded_name
    )
    reasons = {(row.field, row.excerpt): row.reason for row in given}
    found = {
        (field, finding.excerpt[:200])
        for field, findings in record.personal_data().items()
        for finding in findings
    }
    return reasons[min(found)] if found and found <= reasons.keys() else ""
