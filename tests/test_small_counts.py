from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from operations import history
from operations.codes import AgeGroup, Measure, Role, ValueType
from operations.importing.saving import naming, put
from operations.models import Figure, PrivacyOverride
from operations.privacy.small_counts import Cell, find
from operations.problems import Refused
from tests import factories

SEX_WORK = Role.IN_COMMERCIAL_SEX.value


def refused(number: float | None = 9, counted_in: str = "hk", **values: Any) -> bool:
    given: dict[str, Any] = {"measure": Measure.PERSONS_ARRESTED.value, **values}
    cell = {key: given.pop(key) for key in ("measure", "currency", "derived") if key in given}
    return bool(find(Cell(numbers=(number, None, None), counted_in=counted_in, who=given, **cell)))


@pytest.mark.parametrize(
    "who",
    [
        {"role": SEX_WORK, "sex": "female"},
        {"role": Role.POSSIBLE_VICTIM.value, "nationality": "th"},
        {"role": Role.NOT_VICTIM.value, "residency": "visitor"},
        {"role": Role.CHILD.value, "sex": "male"},
        {"age_group": AgeGroup.MINOR.value, "residency": "hk_resident"},
        {"role": "organiser", "age_group": AgeGroup.MINOR.value},
        {"measure": Measure.VICTIMS_IDENTIFIED.value, "sex": "female", "nationality": "ph"},
    ],
)
def test_nine_people_whom_two_traits_single_out_are_refused_and_ten_are_not(
    who: dict[str, str],
) -> None:
    assert refused(9, **who)
    assert not refused(10, **who)


@pytest.mark.parametrize(
    "who",
    [
        {"role": SEX_WORK},
        {"age_group": AgeGroup.MINOR.value},
        {"measure": Measure.VICTIMS_IDENTIFIED.value},
        {"measure": Measure.VICTIMS_IDENTIFIED.value, "residency": "hk_resident"},
    ],
)
def test_one_trait_may_stand_in_a_territory_and_not_in_a_district(who: dict[str, str]) -> None:
    for territory in ("hk", "mo", "cn.gd", "hk+cn.gd+mo"):
        assert not refused(9, territory, **who)
    for finer in ("hk.wan_chai", "hk.kln", "hkpf.kwrc", "mo+hk.wan_chai"):
        assert refused(9, finer, **who)


def test_suspects_cases_and_money_are_no_victims() -> None:
    assert not refused(3, role="organiser", sex="male", counted_in="hk.wan_chai")
    assert not refused(3, age_group="mixed", sex="male")
    assert not refused(3, measure=Measure.CASES_INVESTIGATED.value, role="victim", sex="male")
    assert not refused(3, measure=Measure.OTHER.value, currency="HKD", role=SEX_WORK, sex="female")


def test_people_counted_as_other_are_people() -> None:
    assert refused(3, measure=Measure.OTHER.value, role=SEX_WORK, sex="female")


def test_zero_stands_when_stated_and_not_when_worked_out() -> None:
    assert not refused(0, role=SEX_WORK, sex="female")
    assert refused(0, role=SEX_WORK, sex="female", derived=True)


def test_no_number_is_no_small_number() -> None:
    assert not refused(None, role=SEX_WORK, sex="female")


def test_a_range_that_begins_below_ten_is_small() -> None:
    cell = Cell("persons_arrested", (None, Decimal(8), Decimal(20)), "hk", {"role": SEX_WORK})
    assert not find(cell)
    [found] = find(Cell(cell.measure, cell.numbers, "hk", {"role": SEX_WORK, "sex": "female"}))
    assert found.excerpt == "8"


def test_the_refusal_names_what_singles_them_out_and_what_to_do() -> None:
    [found] = find(
        Cell(
            "persons_arrested",
            (Decimal("9.00"), None, None),
            "hk.wan_chai",
            {"role": SEX_WORK, "sex": "female"},
        )
    )
    assert found.excerpt == "9"
    assert str(found.explanation) == (
        "fewer than 10 victims, minors or people in commercial sex, singled out by role, sex;"
        " counted in a place finer than a territory: coarsen it or store it as suppressed"
    )


def nine_women(**values: Any) -> Figure:
    operation = factories.operation("kite")
    figure = Figure(
        operation=operation,
        measure=Measure.PERSONS_ARRESTED,
        scope="vice",
        counted_in=factories.place("mo"),
        role=SEX_WORK,
        sex="female",
    )
    for name, value in {"value": Decimal(9), **values}.items():
        setattr(figure, name, value)
    return figure


@pytest.mark.django_db
def test_a_save_is_refused_on_the_value() -> None:
    with pytest.raises(ValidationError) as refusal:
        nine_women().full_clean()
    assert list(refusal.value.message_dict) == ["value"]


@pytest.mark.django_db
def test_an_import_is_refused_with_the_same_words() -> None:
    with pytest.raises(Refused, match="kite: value: “9”: fewer than 10"), naming("kite"):
        put(nine_women(), {})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "coarser", [{"sex": ""}, {"value": None, "value_type": ValueType.SUPPRESSED}]
)
def test_told_more_coarsely_or_suppressed_it_is_taken(coarser: dict[str, Any]) -> None:
    nine_women(**coarser).full_clean()


@pytest.mark.django_db
def test_an_administrators_reason_lets_it_stand_and_is_recorded_under_the_figures_id() -> None:
    figure = nine_women()
    figure.privacy_override = "the court published the split"
    figure.full_clean()
    figure.save()
    history.record_override(figure, None)
    [recorded] = PrivacyOverride.objects.values_list("record", "code", "field", "excerpt")
    assert recorded == ("figure", "kite.1", "value", "9")
