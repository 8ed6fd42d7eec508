"""The working copy of an operation: dates at save, and what a form refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from operations.models import Operation
from tests import factories

pytestmark = pytest.mark.django_db


def words(operation: Operation) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        operation.full_clean()
    return refusal.value.message_dict


def test_bounds_follow_the_date_at_every_save() -> None:
    made = factories.operation(edtf="2024-11")
    assert (made.earliest, made.latest) == (date(2024, 11, 1), date(2024, 11, 30))
    made.edtf = "2021-06-06/.."
    made.save(update_fields=["edtf"])
    made.refresh_from_db()
    assert (made.earliest, made.latest) == (date(2021, 6, 6), None)
    made.edtf = ""
    made.save()
    made.refresh_from_db()
    assert (made.earliest, made.latest) == (None, None)


def test_an_end_before_the_start_is_refused_in_words() -> None:
    said = words(factories.operation().__class__(edtf="2023-09-21/2023-06-12"))
    assert said["edtf"] == [
        "“2023-09-21/2023-06-12” ends before it starts. Expected the earlier date first."
    ]


@pytest.mark.parametrize("edtf", ["2024-02-31", "yesterday", "2024-11-1", "２０２４", "x" * 500])
def test_what_is_no_date_is_refused(edtf: str) -> None:
    made = factories.operation()
    made.edtf = edtf
    assert "edtf" in words(made)


def test_an_operation_is_part_of_nothing_below_it() -> None:
    campaign = factories.operation("campaign")
    phase = factories.operation("phase", parent=campaign)
    raid = factories.operation("raid", parent=phase)
    for loop in (campaign, phase, raid):
        campaign.parent = loop
        assert words(campaign) == {"parent": ["An operation cannot be part of itself."]}
    raid.parent = campaign
    raid.full_clean()


def test_an_id_is_permanent() -> None:
    made = factories.published("sweep-2020")
    made.code = "sweep-2021"
    [said] = words(made)["code"]
    assert said.startswith("An id is permanent")


@pytest.mark.parametrize(
    "code", ["Sweep", "sweep_2020", "sweep--2020", "-sweep", "sweep\n", "掃黃", ""]
)
def test_an_id_is_a_slug(code: str) -> None:
    assert "code" in words(Operation(code=code, name_en="Sweep", kind="anti_vice"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("flags", ["no_such_flag"]),
        ("flags", ["single_source", "single_source"]),
        ("flags", "single_source"),
        ("flags", [[]]),
        ("aliases", [1]),
        ("aliases", "雷霆"),
        ("aliases", ["雷霆", "雷霆"]),
        ("aliases", [" "]),
        ("aliases", ["x" * 201]),
        ("aliases", [str(n) for n in range(51)]),
        ("summary_en", "x" * 6001),
        ("kind", "picnic"),
    ],
)
def test_a_field_refuses_what_it_cannot_hold(field: str, value: Any) -> None:
    made = factories.operation()
    setattr(made, field, value)
    assert list(words(made)) == [field]


def test_a_draft_is_not_public_and_has_no_edition() -> None:
    made = factories.operation()
    assert made.current_edition is None
    assert not Operation.objects.public().exists()
