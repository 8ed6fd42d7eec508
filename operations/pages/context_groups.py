"""Groups that the record names, each with the latest operations that sources link to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Count, Window
from django.db.models.functions import RowNumber

from operations import wording
from operations.models import Edition, EditionTerm, Group
from operations.wording import Named

LATEST = 12


@dataclass
class GroupLine:
    """A group, how many operations have a reported link to it, and the latest of them."""

    group: Named
    total: int
    operations: list[Named] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.total - len(self.operations)


def groups() -> list[GroupLine]:
    """Every group that a public operation names; broader groups take in narrower ones."""
    rows = EditionTerm.objects.filter(vocabulary="group", edition__in=Edition.objects.public())
    counts = dict(rows.values_list("term").annotate(operations=Count("pk")))
    lines = {
        group.code: GroupLine(
            Named(group.code, tuple(wording.both(group.names))), counts[group.code]
        )
        for group in Group.objects.filter(code__in=counts).order_by("name_en")
    }
    newest = Window(
        RowNumber(), partition_by="term", order_by=["-edition__sort_date", "edition__code"]
    )
    latest = rows.annotate(place=newest).filter(place__lte=LATEST).order_by("term", "place")
    names = ("edition__name_en", "edition__name_zh_hant")
    for term, code, en, zh_hant in latest.values_list("term", "edition__code", *names):
        if term in lines:
            texts = tuple(wording.both({"en": en, "zh-Hant": zh_hant}))
            lines[term].operations.append(Named(code, texts))
    return list(lines.values())
