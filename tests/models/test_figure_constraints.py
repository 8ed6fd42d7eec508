"""The database holds the rules on a figure by itself, whatever goes around the forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from operations.models import Figure, Operation
from tests import factories

pytestmark = pytest.mark.django_db

RANGE = {"qualifier": "range", "value": None, "low": Decimal(5), "high": Decimal(9)}
MONEY = {"measure": "cash_seized", "scope": "not_applicable", "currency": "HKD"}
BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "stated without a number": ("figure_value_matches_type", {"value": None}),
    "a number that is not stated": ("figure_value_matches_type", {"value_type": "not_stated"}),
    "a number in words only": ("figure_value_matches_type", {"value_type": "verbal_only"}),
    "a suppressed number": ("figure_value_matches_type", {"value_type": "suppressed"}),
    "a range without its top": ("figure_range_has_bounds", {**RANGE, "high": None, "value": 7}),
    "an exact number with bounds": ("figure_range_has_bounds", {"low": 1, "high": 200}),
    "bounds upside down": ("figure_low_value_high", {**RANGE, "low": 10}),
    "a value under its range": ("figure_low_value_high", {**RANGE, "value": 4}),
    "a value over its range": ("figure_low_value_high", {**RANGE, "value": 10}),
    "a count below zero": ("figure_not_negative", {"value": -1}),
    "a range from below zero": ("figure_not_negative", {**RANGE, "low": -1}),
    "money without currency": ("figure_money_has_currency", {**MONEY, "currency": ""}),
    "people in dollars": ("figure_money_has_currency", {"currency": "HKD"}),
    "preferred without reason": ("figure_rank_has_reason", {"rank": "preferred"}),
    "deprecated without reason": ("figure_rank_has_reason", {"rank": "deprecated"}),
    "a breakdown of nothing": ("figure_part_has_breakdown", {"breakdown": "partition"}),
    "a set of nothing": ("figure_part_has_breakdown", {"breakdown_set": "sex"}),
    "ages upside down": ("figure_ages_in_order", {"age_from": 30, "age_to": 20}),
    "no owner": ("figure_has_one_owner", {"operation": None}),
}
SOUND: dict[str, dict[str, Any]] = {
    "zero": {"value": 0},
    "a range": RANGE,
    "a range with its best value": {**RANGE, "value": 5},
    "nothing stated": {"value": None, "value_type": "not_stated"},
    "money": MONEY,
    "another measure in money": {"measure": "other", "currency": "HKD"},
    "another measure without": {"measure": "other"},
    "preferred with reason": {"rank": "preferred", "rank_reason": "later_figure"},
    "one age": {"age_from": 20, "age_to": 20},
}


def row(owner: Operation, number: int = 1, **changes: Any) -> Figure:
    values = {
        "operation": owner,
        "number": number,
        "measure": "persons_arrested",
        "value": Decimal(100),
        "scope": "all_offences",
        "counted_in": factories.place(),
        "claim_key": str(number),
        **changes,
    }
    return Figure(**values)


def refused_by(name: str, *rows: Figure) -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        Figure.objects.bulk_create(rows)
    text = str(refusal.value)
    # SQLite names the columns of a unique constraint, PostgreSQL always the constraint.
    assert name in text or "UNIQUE constraint failed: operations_figure" in text


@pytest.mark.parametrize("case", BROKEN)
def test_the_database_refuses(case: str) -> None:
    constraint, changes = BROKEN[case]
    refused_by(constraint, row(factories.operation(), **changes))


@pytest.mark.parametrize("case", SOUND)
def test_the_database_takes(case: str) -> None:
    Figure.objects.bulk_create([row(factories.operation(), **SOUND[case])])
    assert Figure.objects.count() == 1


def test_an_update_cannot_go_around_either() -> None:
    figure = factories.figure(factories.operation())
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(value=None)
    figure.refresh_from_db()
    assert figure.value == 100


def test_a_figure_has_not_two_owners() -> None:
    assessment = factories.assessment()
    refused_by("figure_has_one_owner", row(factories.operation(), assessment=assessment))


def test_a_number_is_given_once_an_owner() -> None:
    operation = factories.operation()
    refused_by("operation_figure_once", row(operation), row(operation, claim_key="2"))
    Figure.objects.bulk_create([row(operation), row(factories.operation())])


def test_one_claim_key_has_one_preferred_figure() -> None:
    operation = factories.operation()
    preferred = {"rank": "preferred", "rank_reason": "later_figure", "claim_key": "k"}
    refused_by(
        "figure_one_preferred_per_claim",
        row(operation, 1, **preferred),
        row(operation, 2, **preferred),
    )
    normal = {"claim_key": "k"}
    Figure.objects.bulk_create([row(operation, 1, **preferred), row(operation, 2, **normal)])


def test_a_part_needs_its_breakdown() -> None:
    whole = factories.figure(factories.operation())
    part = row(whole.owner, 2, part_of=whole)  # type: ignore[arg-type]
    refused_by("figure_part_has_breakdown", part)


def test_a_figure_is_not_its_own_part() -> None:
    figure = factories.figure(factories.operation())
    changes = {"part_of": figure, "breakdown": "partition", "breakdown_set": "sex"}
    with pytest.raises(IntegrityError, match="figure_not_its_own_part"), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(**changes)
