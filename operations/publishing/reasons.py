"""Words that go with a step: they are stored for good, so they are guarded like free text."""

from __future__ import annotations

from django.utils.translation import gettext as _

from operations import privacy
from operations.codes import WithdrawalClass
from operations.problems import Refused


def require_reason(reason: str) -> str:
    """The reason that readers will see, without spaces around it."""
    if not reason.strip():
        raise Refused(_("Say why, for readers."))
    return guarded(reason)


def guarded(text: str) -> str:
    """``text`` without spaces around it; refused when it holds personal data."""
    found = privacy.find(text)
    if found:
        raise Refused(*(f"“{finding.excerpt}”: {finding.explanation}" for finding in found))
    return text.strip()


def require_class(withdrawal_class: str) -> str:
    if withdrawal_class not in WithdrawalClass.values:
        expected = ", ".join(WithdrawalClass.values)
        raise Refused(_("Unknown class; one of: %(classes)s.") % {"classes": expected})
    return withdrawal_class
