"""What the database itself refuses about a figure, with the words for the editor."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from operations import codes
from operations.codes import MEASURES, Unit, ValueType

MONEY_MEASURES = [code for code, facts in MEASURES.items() if facts.unit == Unit.MONEY]

STATED = Q(value_type=ValueType.VALUE)
NO_NUMBER = Q(value__isnull=True, low__isnull=True, high__isnull=True)
BOTH_BOUNDS = Q(low__isnull=False, high__isnull=False)

FIGURE_CONSTRAINTS = (
    models.CheckConstraint(
        condition=Q(operation__isnull=False, assessment__isnull=True, statement__isnull=True)
        | Q(operation__isnull=True, assessment__isnull=False, statement__isnull=True)
        | Q(operation__isnull=True, assessment__isnull=True, statement__isnull=False),
        name="figure_has_one_owner",
    ),
    models.UniqueConstraint(fields=("operation", "number"), name="operation_figure_once"),
    models.UniqueConstraint(fields=("assessment", "number"), name="assessment_figure_once"),
    models.UniqueConstraint(fields=("statement", "number"), name="statement_figure_once"),
    models.CheckConstraint(
        condition=(STATED & (Q(value__isnull=False) | BOTH_BOUNDS)) | (~STATED & NO_NUMBER),
        name="figure_value_matches_type",
        violation_error_message=_("A stated figure needs a number; any other has none."),
    ),
    models.CheckConstraint(
        condition=(Q(qualifier=codes.Qualifier.RANGE) & BOTH_BOUNDS)
        | (~Q(qualifier=codes.Qualifier.RANGE) & Q(low__isnull=True, high__isnull=True)),
        name="figure_range_has_bounds",
        violation_error_message=_("A range needs low and high; no other figure has them."),
    ),
    models.CheckConstraint(
        condition=(Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")))
        & (Q(low__isnull=True) | Q(value__isnull=True) | Q(low__lte=F("value")))
        & (Q(high__isnull=True) | Q(value__isnull=True) | Q(value__lte=F("high"))),
        name="figure_low_value_high",
        violation_error_message=_("Low, value and high must stand in this order."),
    ),
    models.CheckConstraint(
        condition=(Q(value__isnull=True) | Q(value__gte=0)) & (Q(low__isnull=True) | Q(low__gte=0)),
        name="figure_not_negative",
        violation_error_message=_("A count cannot be below zero."),
    ),
    models.CheckConstraint(
        condition=(Q(measure__in=MONEY_MEASURES) & ~Q(currency=""))
        | (~Q(measure__in=MONEY_MEASURES) & Q(currency=""))
        | Q(measure=codes.Measure.OTHER),
        name="figure_money_has_currency",
        violation_error_message=_("Money needs a currency; nothing else has one."),
    ),
    models.CheckConstraint(
        condition=Q(rank=codes.Rank.NORMAL) | ~Q(rank_reason=""),
        name="figure_rank_has_reason",
        violation_error_message=_("A preferred or deprecated figure needs a reason."),
    ),
    models.CheckConstraint(
        condition=Q(part_of__isnull=True, breakdown="", breakdown_set="")
        | (Q(part_of__isnull=False) & ~Q(breakdown="") & ~Q(breakdown_set="")),
        name="figure_part_has_breakdown",
        violation_error_message=_("A part needs a breakdown and its set; a whole has none."),
    ),
    models.CheckConstraint(
        condition=Q(part_of__isnull=True) | ~Q(part_of=F("pk")),
        name="figure_not_its_own_part",
        violation_error_message=_("A figure cannot be a part of itself."),
    ),
    models.CheckConstraint(
        condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_from__lte=F("age_to")),
        name="figure_ages_in_order",
        violation_error_message=_("Ages must stand in order."),
    ),
    models.UniqueConstraint(
        fields=("claim_key",),
        condition=Q(rank=codes.Rank.PREFERRED),
        name="figure_one_preferred_per_claim",
        violation_error_message=_("Another figure of the same claim is preferred already."),
    ),
)
