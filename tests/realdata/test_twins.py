"""The real data seen by the rule on doubles: recurring names and phases raise no false alarm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operations.models import Agency, Operation, Series
from operations.twins import Described, described, lines, saved, twins_of, with_rows

pytestmark = pytest.mark.usefixtures("real_data")


def entered(name: str, edtf: str, series: str, agency: str) -> list[str]:
    """Ids of the operations that somebody is asked about who enters this."""
    operation = Operation(
        code="new", name_en=name, edtf=edtf, series=Series.objects.filter(code=series).first()
    )
    line = lines()[Agency.objects.get(code=agency).pk]
    one = described(operation, agencies=[line], sources=[], related=[])
    return [each.id for each in twins_of(one)]


def test_no_operation_of_the_data_looks_like_another() -> None:
    agencies = lines()
    for operation in with_rows(Operation.objects.all()):
        assert twins_of(saved(operation, agencies), pk=operation.pk) == []


def test_every_operation_that_names_somebody_is_found_when_entered_again() -> None:
    agencies = lines()
    missed = []
    for operation in with_rows(Operation.objects.all()):
        again = copied(saved(operation, agencies))
        if operation.code not in [each.id for each in twins_of(again)]:
            missed.append(operation.code)
    # It names no agency, and the copy cites another source.
    assert missed == ["nov-2024-14k"]


def copied(one: Described) -> Described:
    """The same from another report: nothing is related yet, and the source is another."""
    nothing: frozenset[str] = frozenset()
    return replace(one, id="new", parent="", related=nothing, sources=frozenset({"another"}))


@pytest.mark.parametrize(
    ("name", "edtf", "series", "agency", "asked"),
    [
        ("Operation Thunderbolt 2026", "2026-07/2026-09", "thunderbolt", "hkpf", []),
        ("Operation Thunderbolt 23", "2023", "thunderbolt", "hkpf", ["thunderbolt-2023"]),
        ("FLOWINGSHADE", "2025-09", "flowingshade", "hkpf.octb", []),
        ("FLOWINGSHADE", "2026-01", "flowingshade", "hkpf.octb", []),
        ("斷鳶行動", "2025-10", "", "hkpf", ["severed-kite-2025"]),
        ("断鸢", "2025-10-14", "", "hkpf.octb", ["severed-kite-2025"]),
        ("Wan Chai anti-vice operation", "2023-11", "", "hkpf", ["wan-chai-2023-11"]),
        ("Operation Levington", "", "", "hkpf", ["levington"]),
        (
            "Operation Severed Kite",
            "2025-10-13/2025-10-15",
            "thunderbolt",
            "hkpf.octb",
            ["blue-mist-2025", "severed-kite-2025", "thunderbolt-2025"],
        ),
    ],
)
def test_who_is_asked_about_what(
    name: str, edtf: str, series: str, agency: str, asked: list[str]
) -> None:
    assert entered(name, edtf, series, agency) == asked
