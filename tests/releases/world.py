"""A record with a past: corrected, redacted, withdrawn, merged, reissued."""

from __future__ import annotations

from typing import Any

from operations import publishing
from operations.models import Group, Operation
from tests import factories
from tests.exports.tables import sweep

ENDING: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": "To protect."}


def happen() -> None:
    made = sweep()
    corrected(made, "Corrected once.")
    publishing.redact(made, **ENDING, numbers=[1])
    survivor = factories.published("survivor", edtf="2020-05")
    duplicate = factories.published("duplicate", edtf="2020-05")
    factories.figure(duplicate, 7)
    corrected(duplicate, "Seven more.")
    publishing.merge(duplicate, survivor, by=None, reason="The same operation.")
    withdrawn = factories.published("withdrawn")
    publishing.withdraw(withdrawn, **ENDING)
    erased = factories.published("erased")
    publishing.redact(erased, **ENDING)
    group = Group.objects.get(code="14k")
    group.name_zh_hant = "十四K"
    group.save()
    publishing.reissue(group, by=None)
    report = factories.assessment("report-2024")
    factories.figure(report, 12, period="2023")
    publishing.publish_context(report)
    publishing.publish_context(factories.statement("reply-2024", answers=report))
    publishing.publish_context(factories.finding("route"))


def corrected(made: Operation, summary: str) -> None:
    Operation.objects.filter(pk=made.pk).update(summary_en=summary)
    made.refresh_from_db()
    factories.publish(made, f"Because: {summary}")
