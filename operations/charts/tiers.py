"""The tier of Hong Kong in the yearly Trafficking in Persons reports."""

from __future__ import annotations

from collections.abc import Mapping

import orjson
from django.urls import reverse
from django.utils.translation import gettext as _

from operations.codes import Tier
from operations.models import Assessment
from operations.wording import label

from .model import Cell, Chart, Column, Layout, Note, Row

# From the best to the worst, as the reports order them.
LADDER = (Tier.TIER_1, Tier.TIER_2, Tier.WATCH_LIST, Tier.TIER_3)

Tiers = Mapping[int, list[str]]


def tiers() -> Chart:
    """Every year from the first report recorded to the last."""
    found = tiers_by_year()
    years = range(min(found), max(found) + 1) if found else range(0)
    return Chart(
        name="tiers",
        layout=Layout.COLUMNS,
        title=_("Tier of Hong Kong in the Trafficking in Persons reports"),
        description=described(found),
        question=_("By the year of the report, which speaks mostly of the year before."),
        columns=(
            Column("year", _("Report"), is_number=True),
            Column("tier"),
            Column("", _("Tier")),
        ),
        rows=tuple(row(year, found) for year in years),
        notes=(
            Note(
                _("The tiers are one government's judgement of another, with their sources here."),
                reverse("context"),
            ),
        ),
        source=_("Numbers: the assessments published in this record, each with its sources."),
        nothing=_("No report is recorded."),
        lanes=lane_names(),
    )


def tiers_by_year() -> Tiers:
    """Codes of tiers by the year of the report, in one query."""
    found: dict[int, list[str]] = {}
    texts = Assessment.objects.public().order_by("year", "code")
    for text in texts.values_list("document", flat=True):
        document = orjson.loads(text)
        codes = found.setdefault(document["year"], [])
        if document["tier"] not in codes:
            codes.append(document["tier"])
    return found


def row(year: int, found: Tiers) -> Row:
    codes = found.get(year, [])
    return Row(
        label=str(year),
        cells=(
            Cell(str(year), year),
            Cell(value="; ".join(codes)),
            Cell(tier_words(codes)),
        ),
        lanes=lanes_of(codes),
    )


def tier_words(codes: list[str]) -> str:
    return _("; ").join(label(Tier, code) for code in codes) or _("no report recorded")


def lane_names() -> tuple[str, ...]:
    return (*(str(tier.label) for tier in LADDER), _("No report recorded"))


def lanes_of(codes: list[str]) -> tuple[int, ...]:
    """Rungs of the ladder; the last lane when there is none."""
    rungs = tuple(LADDER.index(Tier(code)) for code in codes if code in LADDER)
    return rungs or (len(LADDER),)


def described(found: Tiers) -> str:
    said = [
        _("%(year)s: %(tier)s") % {"year": year, "tier": tier_words(codes)}
        for year, codes in sorted(found.items())
    ]
    return _("; ").join(said) or _("No report is recorded.")
