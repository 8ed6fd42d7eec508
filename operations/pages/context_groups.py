"""Groups that the record names, each with the operations that sources link to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from operations import wording
from operations.models import Edition, EditionTerm, Group
from operations.wording import Named


@dataclass(frozen=True)
class GroupLine:
    """A group and the operations with a reported link to it, newest first."""

    group: Named
    operations: list[Named]


def groups() -> list[GroupLine]:
    """Every group that a public operation names; broader groups take in narrower ones."""
    operations = newest_first()
    named: dict[str, list[Named]] = {}
    rows = EditionTerm.objects.filter(vocabulary="group", edition__in=list(operations))
    for term, edition in rows.values_list("term", "edition"):
        named.setdefault(term, []).append(operations[edition])
    order = list(operations.values())
    return [
        GroupLine(
            Named(group.code, tuple(wording.both(group.names))),
            sorted(named[group.code], key=order.index),
        )
        for group in Group.objects.filter(code__in=named).order_by("name_en")
    ]


def newest_first() -> Mapping[int, Named]:
    """Public editions that name a group, without their texts."""
    public = Edition.objects.public().filter(terms__vocabulary="group").distinct()
    columns = public.order_by("-sort_date", "code").only("code", "name_en", "name_zh_hant")
    return {
        edition.pk: Named(
            edition.code,
            tuple(wording.both({"en": edition.name_en, "zh-Hant": edition.name_zh_hant})),
        )
        for edition in columns
    }
