"""Numbers on the front page that do not agree, and numbers that only seem not to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, FloatField, Max, Min
from django.db.models.functions import Cast

from operations import wording
from operations.codes import Qualifier, Scope
from operations.models import EditionFigure
from operations.models.edition import EditionQuerySet
from operations.wording.arrests import ARRESTS
from operations.wording.rivals import Rivals, contradictions, rivals

SHOWN = 5
# Disputes are read out of documents, so only so many documents are opened.
OPENED = 100
# An offence that is not named is nothing that two numbers could share.
UNNAMED = (Scope.OTHER, Scope.NOT_STATED)
CLAIM = ("edition", "scope", "counted_in")


@dataclass(frozen=True)
class DisputeLine:
    operation: str
    names: list[wording.Text]
    rivals: Rivals


def widest(public: EditionQuerySet) -> list[DisputeLine]:
    """Contradictions that nothing settles, the largest number against the smallest.

    Among the hundred disputed operations that were published last.
    """
    disputed = public.filter(disputed=True).order_by("-valid_from", "code")[:OPENED]
    lines = [
        line(edition.content, found)
        for edition in disputed
        for found in contradictions(edition.content)
    ]
    return sorted(lines, key=lambda each: (-each.rivals.spread, each.rivals.figure))[:SHOWN]


def mistaken(public: EditionQuerySet) -> list[DisputeLine]:
    """Arrests of one operation, for the same offences in the same place, of different people.

    They contradict nothing, and are taken for each other; widest first.
    """
    found = together(public)
    contents = {each.pk: each.content for each in public.filter(pk__in=[key[0] for key in found])}
    lines = []
    for (edition, *_claim), figures in found.items():
        content = contents[edition]
        entries = [entry for entry in content["figures"] if entry["id"] in figures]
        lines.append(line(content, rivals(content, entries, share_claim=False)))
    return lines


def together(public: EditionQuerySet) -> dict[tuple[int, str, str], set[str]]:
    """Ids of the figures that are mistaken, by edition, scope and place; by the index alone."""
    comparable = EditionFigure.objects.filter(
        edition__in=public,
        measure__in=ARRESTS,
        qualifier=Qualifier.EXACT,
        value__gt=0,
        disputed=False,
        period="",
    ).exclude(scope__in=UNNAMED)
    widest_first = (
        comparable.order_by()
        .values_list(*CLAIM)
        .annotate(low=Min("value"), high=Max("value"))
        .filter(high__gt=F("low"))
        .annotate(spread=Cast("high", FloatField()) / Cast("low", FloatField()))
        .order_by("-spread", *CLAIM)
    )
    found: dict[tuple[int, str, str], set[str]] = {row[:3]: set() for row in widest_first[:SHOWN]}
    of_these = comparable.filter(edition__in={key[0] for key in found})
    for *claim, figure in of_these.values_list(*CLAIM, "figure"):
        if tuple(claim) in found:
            found[tuple(claim)].add(figure)
    return found


def line(content: Mapping[str, Any], found: Rivals) -> DisputeLine:
    return DisputeLine(content["id"], wording.both(content["name"]), found)
