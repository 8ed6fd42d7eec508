"""One stage as a share of another, or why not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from operations.totals import Ratio, Refusal, Stage, ratio

from .documents import document, stated


def charged(*figures: dict[str, Any]) -> Ratio | Refusal:
    return ratio(document(*figures), Stage.ARRESTED, Stage.CHARGED)


def test_a_quarter_of_those_arrested_were_charged() -> None:
    found = charged(stated("persons_arrested", 76), stated("persons_charged", 19))
    assert isinstance(found, Ratio)
    assert (found.earlier.id, found.later.id, found.share) == ("op.1", "op.2", Decimal("0.25"))


def test_nobody_charged_is_a_share_of_zero() -> None:
    found = charged(stated("persons_arrested", 76), stated("persons_charged", 0))
    assert isinstance(found, Ratio)
    assert found.share == 0


def test_figures_that_agree_are_found_among_others() -> None:
    found = charged(
        stated("persons_arrested", 100, scope="all_offences"),
        stated("persons_arrested", 20, sex="female"),
        stated("persons_charged", 5, sex="female"),
    )
    assert isinstance(found, Ratio)
    assert (found.earlier.id, found.later.id) == ("op.2", "op.3")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"scope": "immigration"}, "other_scope"),
        ({"counted_in": "hk+mo"}, "other_place"),
        ({"period": "2023"}, "other_period"),
        ({"sex": "female"}, "other_people"),
        ({"role": "customer"}, "other_people"),
        ({"offence": "hk.200.137"}, "other_people"),
        ({"covers": ["another"]}, "covers_others"),
        ({"reporting_status": "interim"}, "interim"),
        ({"qualifier": "about"}, "not_exact"),
        ({"value": None, "value_type": "verbal_only"}, "not_stated"),
    ],
)
def test_what_does_not_count_the_same_people_is_refused_with_both_numbers(
    changes: dict[str, Any], reason: str
) -> None:
    later = {"value": 19, **changes}
    found = charged(stated("persons_arrested", 76), stated("persons_charged", **later))
    assert isinstance(found, Refusal)
    assert (found.earlier and found.earlier.id, found.later and found.later.id) == ("op.1", "op.2")
    assert found.reason.value == reason


@pytest.mark.parametrize("scope", ["other", "not_stated"])
def test_scopes_that_nobody_defined_are_never_the_same(scope: str) -> None:
    found = charged(
        stated("persons_arrested", 76, scope=scope), stated("persons_charged", 19, scope=scope)
    )
    assert isinstance(found, Refusal)
    assert found.reason.value == "other_scope"


def test_a_disputed_number_makes_no_ratio() -> None:
    found = charged(
        stated("persons_arrested", 18),
        stated("persons_arrested", 122),
        stated("persons_charged", 9),
    )
    assert isinstance(found, Refusal)
    assert found.reason.value == "disputed"


def test_nobody_arrested_makes_no_ratio() -> None:
    found = charged(stated("persons_arrested", 0), stated("persons_charged", 0))
    assert isinstance(found, Refusal)
    assert found.reason.value == "zero"


def test_a_stage_without_a_figure_is_named_as_such() -> None:
    found = charged(stated("persons_arrested", 76))
    assert isinstance(found, Refusal)
    assert (found.reason.value, found.later) == ("not_stated", None)


def test_of_several_pairs_the_refusal_shows_the_one_that_came_nearest() -> None:
    found = charged(
        stated("persons_arrested", 100, scope="all_offences"),
        stated("persons_arrested", 20, qualifier="at_least"),
        stated("persons_charged", 5),
    )
    assert isinstance(found, Refusal)
    assert (found.reason.value, found.earlier and found.earlier.id) == ("not_exact", "op.2")


def test_victims_are_no_share_of_those_arrested() -> None:
    shown = document(stated("persons_arrested", 76), stated("victims_identified", 8))
    found = ratio(shown, Stage.ARRESTED, Stage.VICTIMS_IDENTIFIED)
    assert isinstance(found, Refusal)
    assert found.reason.value == "other_people"


def test_victims_assisted_are_a_share_of_victims_identified() -> None:
    shown = document(stated("victims_identified", 8), stated("victims_assisted", 6))
    found = ratio(shown, Stage.VICTIMS_IDENTIFIED, Stage.VICTIMS_ASSISTED)
    assert isinstance(found, Ratio)
    assert found.share == Decimal("0.75")
