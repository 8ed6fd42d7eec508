"""How many operations have anything published at each stage."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from operations.filters import select
from operations.models import Edition
from operations.totals import coverage
from tests import factories as make

pytestmark = pytest.mark.django_db


def operation(code: str, **figures: Any) -> None:
    made = make.operation(code)
    for measure, value in figures.items():
        given = {"value_type": value} if isinstance(value, str) else {}
        make.figure(made, None if given else value, measure=measure, **given)
    make.publish(made)


def test_every_stage_says_how_many_of_how_many() -> None:
    operation("a", persons_arrested=5, persons_charged=2, persons_imprisoned=1)
    operation("b", persons_arrested=5, persons_charged="not_stated", victims_identified=3)
    operation("c", persons_arrested="verbal_only", persons_acquitted=1)
    operation("d")
    assert coverage(Edition.objects.public()).as_dict() == {
        "operations": 4,
        "stages": [
            {"stage": "arrested", "stated": 3},
            {"stage": "charged", "stated": 1},
            {"stage": "prosecuted", "stated": 0},
            {"stage": "convicted", "stated": 0},
            {"stage": "sentenced", "stated": 1},
            {"stage": "victims_identified", "stated": 1},
            {"stage": "victims_assisted", "stated": 0},
        ],
        "without_outcome": ["b", "d"],
    }


def test_a_charge_stated_twice_is_one_operation() -> None:
    made = make.operation("a")
    for scope in ("vice", "immigration"):
        make.figure(made, 2, measure="persons_charged", scope=scope)
    make.publish(made)
    assert coverage(Edition.objects.public()).stated["charged"] == 1  # type: ignore[index]


def test_no_operation_has_no_coverage() -> None:
    found = coverage(Edition.objects.public())
    assert (found.operations, found.without_outcome) == (0, ())


def test_a_count_is_as_long_as_the_list_behind_it() -> None:
    operation("a", persons_charged=2)
    operation("b", persons_charged="suppressed")
    operation("c", persons_charged="verbal_only")
    listed = select(QueryDict("measure=persons_charged&stated=yes")).editions.count()
    found = {stage.value: n for stage, n in coverage(Edition.objects.public()).stated.items()}
    assert found["charged"] == listed == 2


def test_the_number_of_queries_does_not_grow(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for size in (10, 60):
        while Edition.objects.count() < size:
            make.published()
        with django_assert_num_queries(2):
            assert coverage(Edition.objects.public()).operations == size
