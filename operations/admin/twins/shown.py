"""A likely twin as the panel shows it: dates, figures at a glance, and why it is suspected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from operations.admin.figures.words import claim_in_words
from operations.dates import in_words
from operations.models import Operation
from operations.twins import Reason, Twin

GLANCE = 3

WORDS = {
    Reason.NAME: _("the names are alike"),
    Reason.SERIES: _("the same series"),
    Reason.DATES: _("the dates overlap"),
    Reason.UNDATED: _("one of the two is undated"),
    Reason.SOURCE: _("the same source"),
    Reason.AGENCY: _("the same agency"),
}


@dataclass(frozen=True)
class Shown:
    operation: Operation
    reasons: tuple[Any, ...]
    is_public: bool
    is_ticked: bool = False

    @property
    def pk(self) -> int:
        return self.operation.pk

    @property
    def when(self) -> str:
        return in_words(self.operation.edtf, get_language() or "en")

    @property
    def figures(self) -> list[str]:
        """Its first whole figures in words."""
        wholes = self.operation.figures.filter(part_of__isnull=True).order_by("number")
        related = wholes.select_related("counted_in", "offence", "operation", "part_of")
        return [claim_in_words(figure) for figure in related.prefetch_related("covers")[:GLANCE]]


def shown(twins: list[Twin]) -> list[Shown]:
    """The twins with their records, in the order given."""
    found = {each.code: each for each in Operation.objects.filter(code__in=[t.id for t in twins])}
    public = set(Operation.objects.public().filter(code__in=found).values_list("code", flat=True))
    return [
        Shown(
            operation=found[each.id],
            reasons=tuple(WORDS[reason] for reason in each.reasons),
            is_public=each.id in public,
        )
        for each in twins
    ]
