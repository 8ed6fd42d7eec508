"""What a young record does not hold yet: corrections, a redaction, a merger, a release …"""

from __future__ import annotations

from operations import codes, publishing, releases
from operations.models import Operation
from tests import factories

CORRECTED = "tuen-mun-55"
MERGED, SURVIVOR = "browser-duplicate", "thunderbolt-2023"
WITHDRAWN = "browser-withdrawn"


def end() -> None:
    """Take the steps through the door, so that pages show what they would show one day."""
    correct()
    survivor = Operation.objects.get(code=SURVIVOR)
    duplicate = factories.published(MERGED)
    publishing.merge(duplicate, survivor, by=None, reason="The same operation.")
    publishing.withdraw(
        factories.published(WITHDRAWN),
        by=None,
        withdrawal_class=codes.WithdrawalClass.UNRELIABLE,
        reason="Its only source took the report back.",
    )

    releases.make()


def correct() -> None:
    """Editions 1 (redacted), 2 and 3 of one operation, each with other words in the summary."""
    operation = Operation.objects.get(code=CORRECTED)
    written = operation.summary_en
    for number in (2, 3):
        operation.summary_en = f"{written} (Worded anew for edition {number}.)"
        operation.save()
        factories.publish(operation, reason=f"Summary made clearer ({number}).")
    publishing.redact(
        operation,
        by=None,
        withdrawal_class=codes.WithdrawalClass.LEGAL,
        reason="A court asked for it.",
        numbers=[1],
    )
