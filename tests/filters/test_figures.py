"""``measure``, ``scope``, ``counted_in``, ``min``, ``max``, ``stated``, ``disputed``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests import factories
from tests.filters.ask import found

pytestmark = pytest.mark.django_db


def with_figure(code: str, value: int | None = 100, **values: Any) -> None:
    made = factories.operation(code)
    factories.figure(made, value, **values)
    factories.publish(made)


def test_measure_scope_and_place_speak_of_one_figure() -> None:
    made = factories.operation("two")
    factories.figure(made, 10, scope="vice", counted_in=factories.place("hk"))
    factories.figure(made, 20, scope="triad", counted_in=factories.place("mo"))
    factories.publish(made)
    assert found("measure=persons_arrested&scope=vice&counted_in=hk") == ["two"]
    assert found("measure=persons_arrested&scope=vice&counted_in=mo") == []
    assert found("scope=vice") == found("counted_in=mo") == ["two"]
    assert found("measure=persons_arrested&counted_in=mo&min=20") == ["two"]
    assert found("measure=persons_arrested&counted_in=hk&min=11") == []
    assert found("measure=persons_charged") == []
    assert found("measure=persons_charged&measure=persons_arrested") == ["two"]


def test_the_place_of_a_count_is_exact_and_not_widened() -> None:
    hongkong = factories.place("hk")
    factories.place("hk.kln", parent=hongkong)
    with_figure("district", counted_in=factories.place("hk.kln"))
    assert found("counted_in=hk") == []
    assert found("counted_in=hk.kln") == ["district"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("min=99", ["exact"]),
        ("min=100", ["exact"]),
        ("min=101", []),
        ("max=100", ["exact"]),
        ("max=99", []),
        ("min=100&max=100", ["exact"]),
        ("min=99.5&max=100.5", ["exact"]),
        ("min=0", ["exact"]),
    ],
)
def test_limits_include_themselves(query: str, expected: list[str]) -> None:
    with_figure("exact", 100)
    assert found(f"measure=persons_arrested&{query}") == expected


@pytest.mark.parametrize("qualifier", ["at_most", "fewer_than"])
def test_at_most_a_hundred_never_passes_a_lower_limit(qualifier: str) -> None:
    with_figure("upper", 100, qualifier=qualifier)
    assert found("measure=persons_arrested&min=1") == []
    assert found("measure=persons_arrested&max=100") == ["upper"]
    assert found("measure=persons_arrested") == ["upper"]


@pytest.mark.parametrize("qualifier", ["at_least", "more_than"])
def test_at_least_a_hundred_never_passes_an_upper_limit(qualifier: str) -> None:
    with_figure("lower", 100, qualifier=qualifier)
    assert found("measure=persons_arrested&max=1000") == []
    assert found("measure=persons_arrested&min=100") == ["lower"]


def test_a_range_is_compared_by_its_low_end_from_below_and_its_high_end_from_above() -> None:
    with_figure("range", None, qualifier="range", low=Decimal(50), high=Decimal(80))
    assert found("measure=persons_arrested&min=50") == ["range"]
    assert found("measure=persons_arrested&min=51") == []
    assert found("measure=persons_arrested&max=80") == ["range"]
    assert found("measure=persons_arrested&max=79") == []


def test_parts_rivals_and_deprecated_figures_are_not_what_is_compared() -> None:
    made = factories.operation("alpha")
    whole = factories.figure(made, 868, reporting_status="interim")
    factories.part(whole, 500, breakdown="partial", sex="female", scope="vice")
    factories.figure(made, 2320, reporting_status="final")
    factories.figure(made, 9000, rank="deprecated", rank_reason="transcription_error")
    factories.publish(made)
    assert found("measure=persons_arrested&min=2320&max=2320") == ["alpha"]
    assert found("measure=persons_arrested&max=868") == []
    assert found("measure=persons_arrested&min=9000") == []
    assert found("scope=vice") == []


def test_stated_tells_what_was_stated_from_what_was_looked_for_in_vain() -> None:
    with_figure("number", 0)
    with_figure("words", None, value_type="verbal_only", note_en="Dozens.")
    with_figure("silent", None, value_type="not_stated")
    factories.published("nothing", arrested=None)
    assert found("stated=yes&measure=persons_arrested") == ["number", "words"]
    assert found("stated=no&measure=persons_arrested") == ["nothing", "silent"]
    assert found("stated=yes&measure=persons_charged") == []
    assert found("stated=no") == ["nothing", "silent"]
    assert found("stated=yes") == ["number", "words"]
    assert found("measure=persons_arrested") == ["number", "silent", "words"]


def test_disputed_operations_are_those_whose_sources_contradict_each_other() -> None:
    made = factories.operation("disputed")
    factories.figure(made, 18)
    factories.figure(made, 122)
    factories.publish(made)
    factories.published("agreed")
    assert found("disputed=yes") == ["disputed"]
    assert found("disputed=no") == ["agreed"]
