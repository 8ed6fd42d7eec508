"""Numbers and keys that a figure gets when it is saved, and what a form says about one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from operations.models import Figure, Operation
from tests import factories

pytestmark = pytest.mark.django_db

PREFERRED = {"rank": "preferred", "rank_reason": "later_figure"}


def new_figure(owner: Operation, **changes: Any) -> Figure:
    values = {
        "operation": owner,
        "measure": "persons_arrested",
        "value": Decimal(100),
        "scope": "all_offences",
        "counted_in": factories.place(),
        **changes,
    }
    return Figure(**values)


def words(figure: Figure) -> dict[str, list[str]]:
    """What a form would say, by field."""
    with pytest.raises(ValidationError) as refusal:
        figure.full_clean()
    return refusal.value.message_dict


def test_figures_are_numbered_as_they_come() -> None:
    owner = factories.operation("sweep-2020")
    first, second = factories.figure(owner), factories.figure(owner, 7, sex="male")
    assert [first.public_id, second.public_id] == ["sweep-2020.1", "sweep-2020.2"]


def test_a_number_is_never_given_again() -> None:
    owner = factories.operation("sweep-2020")
    factories.figure(owner).delete()
    assert factories.figure(owner).public_id == "sweep-2020.2"


def test_a_stale_owner_does_not_give_a_number_twice() -> None:
    owner = factories.operation("sweep-2020")
    stale = Operation.objects.get(pk=owner.pk)
    factories.figure(owner)
    assert factories.figure(stale, sex="male").public_id == "sweep-2020.2"


def test_a_number_brought_along_is_kept_and_passed_over() -> None:
    owner = factories.operation("sweep-2020")
    factories.figure(owner, number=7)
    owner.keep_figure_number(7)
    owner.keep_figure_number(3)
    assert factories.figure(owner, sex="male").number == 8
    assert Operation.objects.get(pk=owner.pk).last_figure_number == 8


def test_a_figure_cannot_be_saved_before_its_owner() -> None:
    with pytest.raises(ValueError, match="saved before its figures"):
        new_figure(Operation(code="new", name_en="New", kind="anti_vice")).save()


def test_a_figure_without_owner_is_refused_in_words() -> None:
    figure = new_figure(factories.operation(), operation=None)
    assert list(words(figure)) == ["__all__"]
    with pytest.raises(ValueError, match="belongs to"):
        figure.save()


def test_the_key_follows_every_save() -> None:
    owner = factories.operation()
    figure = factories.figure(owner, **PREFERRED)
    figure.scope = "vice"
    figure.save(update_fields=["scope"])
    factories.figure(owner, **PREFERRED)
    figure.scope = "all_offences"
    with pytest.raises(IntegrityError), transaction.atomic():
        figure.save(update_fields=["scope"])


def test_records_of_two_tables_with_one_id_have_no_rivals_in_each_other() -> None:
    factories.figure(factories.operation("report-2020"), **PREFERRED)
    factories.figure(factories.assessment("report-2020"), **PREFERRED)
    assert Figure.objects.filter(rank="preferred").count() == 2


def test_a_count_that_covers_others_is_no_rival_of_the_own_count() -> None:
    owner = factories.operation()
    own = factories.figure(owner, **PREFERRED)
    joint = factories.figure(owner, 160, covers=[factories.operation()])
    joint.rank, joint.rank_reason = "preferred", "wider_scope"
    joint.full_clean()
    joint.save()
    assert own.claim_key != joint.claim_key


def test_figures_of_scope_other_are_never_rivals() -> None:
    owner = factories.operation()
    factories.figure(owner, scope="other", **PREFERRED)
    factories.figure(owner, scope="other", **PREFERRED)
    assert Figure.objects.values("claim_key").distinct().count() == 2


def test_a_second_preferred_figure_is_refused_in_words() -> None:
    owner = factories.operation()
    factories.figure(owner, **PREFERRED)
    said = words(new_figure(owner, value=90, **PREFERRED))
    assert said == {"__all__": ["Another figure of the same claim is preferred already."]}


def test_a_figure_that_changes_its_key_is_judged_by_the_new_one() -> None:
    owner = factories.operation()
    factories.figure(owner, **PREFERRED)
    moved = factories.figure(owner, 90)
    moved.scope, moved.rank, moved.rank_reason = "vice", "preferred", "later_figure"
    moved.full_clean()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": None}, "A stated figure needs a number; any other has none."),
        ({"qualifier": "range"}, "A range needs low and high; no other figure has them."),
        (
            {"qualifier": "range", "value": None, "low": 9, "high": 5},
            "Low, value and high must stand in this order.",
        ),
        ({"value": -1}, "A count cannot be below zero."),
        ({"currency": "HKD"}, "Money needs a currency; nothing else has one."),
        ({"rank": "deprecated"}, "A preferred or deprecated figure needs a reason."),
        ({"breakdown": "partial"}, "A part needs a breakdown and its set; a whole has none."),
        ({"age_from": 40, "age_to": 30}, "Ages must stand in order."),
    ],
)
def test_a_broken_rule_is_named_in_words(changes: dict[str, Any], said: str) -> None:
    assert words(new_figure(factories.operation(), **changes)) == {"__all__": [said]}


@pytest.mark.parametrize(
    ("measure", "scope", "extra"),
    [
        ("premises_raided", "vice", {}),
        ("officers_deployed", "all_offences", {}),
        ("identity_checks", "not_stated", {}),
        ("cash_seized", "drugs", {"currency": "HKD"}),
    ],
)
def test_premises_officers_checks_and_money_have_no_scope(
    measure: str, scope: str, extra: dict[str, str]
) -> None:
    owner = factories.operation()
    [said] = words(new_figure(owner, measure=measure, scope=scope, **extra))["scope"]
    assert said.endswith("the scope of premises, officers and money is “no offence scope”.")
    new_figure(owner, measure=measure, scope="not_applicable", **extra).full_clean()


def test_everything_wrong_at_once_is_said_and_not_an_error() -> None:
    said = words(
        Figure(operation=factories.operation(), measure="heads", scope="wide", as_at="2020-13-77")
    )
    assert {"measure", "scope", "as_at", "counted_in"} <= said.keys()


def test_a_count_too_long_for_its_column_is_refused() -> None:
    assert "value" in words(new_figure(factories.operation(), value=Decimal("1e17")))
