"""Which releases hold a text that was redacted after they were made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from operations.codes import WithdrawalClass
from operations.models import Edition

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Redaction:
    """That a text was taken away: when it had been published, when it went, and why."""

    published: datetime
    at: datetime
    withdrawal_class: str

    @property
    def class_words(self) -> str:
        return str(WithdrawalClass(self.withdrawal_class).label)

    def came_after(self, moment: datetime) -> bool:
        """Whether a release of that moment, which ends with its second, holds the text."""
        return self.published <= moment and self.at >= moment + SECOND


def redactions() -> list[Redaction]:
    """All of them, oldest first."""
    found = Edition.objects.filter(redacted_at__isnull=False).order_by("redacted_at", "pk")
    rows = found.values_list("valid_from", "redacted_at", "redaction_class")
    return [Redaction(published, at, why) for published, at, why in rows if at]


def first_after(moment: datetime, found: Iterable[Redaction]) -> Redaction | None:
    """The redaction that took the release of a moment down."""
    return next((each for each in found if each.came_after(moment)), None)
