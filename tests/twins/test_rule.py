"""When two records look like one operation, and when they only seem to."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.twins import Described, twin
from operations.twins.names import written
from operations.twins.rule import ALIKE, agreement

from .build import described


def reasons(one: Described, other: Described) -> set[str]:
    found = twin(one, other)
    return {str(reason) for reason in found.reasons} if found else set()


def names(one: str, other: str) -> bool:
    return agreement(written([one])[0], written([other])[0]) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Operation Severed Kite", "SEVERED KITE"),
        ("斷鳶", "断鸢行動"),
        ("Wan Chai anti-vice operation (November 2023)", "Wan Chai anti-vice operation"),
        ("雷霆一七", "雷霆17"),
        ("Ｒａｎｇｅｐｏｗｅｒ", "Rangepower"),
        ("Levington", "Levingten"),
    ],
)
def test_names_are_alike_in_either_script_and_with_a_slip(one: str, other: str) -> None:
    assert names(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Operation Champion", "Champion (Wan Chai)"),
        ("Thunderbolt 2022", "Thunderbolt 2023"),
        ("Thunderbolt 15", "Thunderbolt 16"),
        ("Mong Kok anti-vice operation", "Wan Chai anti-vice operation"),
        ("烽火", "風火"),
        ("Citywide anti-triad operation", "Kowloon West operation against rings"),
    ],
)
def test_names_of_other_operations_are_not(one: str, other: str) -> None:
    assert not names(one, other)


def test_a_name_of_empty_words_alone_is_like_none() -> None:
    assert written(["Anti-vice operation", "行動"]) == ()
    assert twin(described("a", "Operation"), described("b", "Operation")) is None


def test_an_alias_counts_as_a_name() -> None:
    kite = described("kite", "Operation 斷鳶", "Severed Kite")
    assert reasons(kite, described("new", "Severed Kite")) == {"name", "dates", "agency"}


@pytest.mark.parametrize(
    ("changes", "suspected"),
    [
        ({}, True),
        ({"edtf": "2025-10"}, True),
        ({"edtf": "2025-10-15/"}, True),
        ({"edtf": "2025-06-06/.."}, True),
        ({"edtf": "2025-10-16"}, False),
        ({"edtf": "2024-10-13/2024-10-15"}, False),
        ({"edtf": ""}, True),
        ({"agencies": ["hkpf.octb"]}, True),
        ({"agencies": ["immd"]}, False),
        ({"agencies": ["immd"], "sources": ["paper"]}, True),
        ({"agencies": []}, True),
        ({"agencies": [], "sources": ["other"]}, False),
    ],
)
def test_name_dates_and_agency_or_source_have_to_meet(
    changes: dict[str, Any],
    suspected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    one = described("kite", sources=["paper"])
    assert bool(twin(one, described("new", **changes))) is suspected


def test_two_units_of_one_force_share_no_agency() -> None:
    one, other = described("a", agencies=["hkpf.octb"]), described("b", agencies=["hkpf.kw"])
    assert twin(one, other) is None


def test_the_yearly_operation_of_a_series_is_no_twin_of_last_years() -> None:
    years = [
        described(f"t-{year}", f"Thunderbolt {year}", edtf=f"{year}-06/{year}-09", series="t")
        for year in range(2015, 2026)
    ]
    assert not any(twin(one, other) for one, other in permutations(years, 2))


def test_a_code_name_that_recurs_is_no_twin_at_another_time_or_at_none() -> None:
    shade = {"series": "flowingshade"}
    first = described("one", "FLOWINGSHADE", edtf="2025-09", **shade)
    assert twin(first, described("two", "FLOWINGSHADE", edtf="2026-01", **shade)) is None
    undated = described("two", "FLOWINGSHADE", edtf="", **shade)
    assert twin(first, undated) is None
    assert reasons(replace(first, sources=frozenset("x")), replace(undated, sources=frozenset("x")))
    assert reasons(undated, replace(undated, id="three")) == {"name", "series", "agency", "undated"}


def test_other_numbers_in_undated_names_are_other_operations() -> None:
    part = described("a", "Thunderbolt 14", edtf="", series="t", sources=["x"])
    whole = described("b", "Thunderbolt 2023", edtf="2023", series="t", sources=["x"])
    assert twin(part, whole) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"parent": "b", "related": ["b"]}, {}),
        ({}, {"related": ["a"]}),
        ({"parent": "campaign"}, {"parent": "campaign"}),
    ],
)
def test_what_is_related_is_no_twin(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert twin(described("a"), described("b")) is not None
    assert twin(described("a", **one), described("b", **other)) is None


def test_more_in_common_is_a_stronger_suspicion() -> None:
    kite = described("kite", sources=["paper"], series="kites")
    scores = [
        twin(kite, other)
        for other in (
            described("new", sources=["paper"], series="kites"),
            described("new", sources=["paper"]),
            described("new"),
            described("new", edtf="2025-10"),
        )
    ]
    assert [found.score if found else None for found in scores] == [100, 100, 75, 65]


CODES = st.sampled_from(["a", "b", "c"])
DESCRIBED = st.builds(
    described,
    CODES,
    st.sampled_from(
        ["Kite", "Severed Kite", "斷鳶", "断鸢行動", "Kite 14", "Thunderbolt 2023", ""]
    ),
    st.sampled_from(["Kites", "風火", "烽火", "Operation"]),
    edtf=st.sampled_from(["", "2023", "2023-06/2023-09", "2023-09-01/..", "2023-10/", "2024"]),
    series=st.sampled_from(["", "kites", "t"]),
    parent=st.sampled_from(["", "campaign"]),
    agencies=st.lists(st.sampled_from(["hkpf", "hkpf.octb", "hkpf.kw", "immd"]), max_size=3),
    sources=st.lists(st.sampled_from(["paper", "release"]), max_size=2),
    related=st.lists(CODES, max_size=1),
)


@given(DESCRIBED, DESCRIBED)
def test_the_rule_is_symmetric(one: Described, other: Described) -> None:
    there, back = twin(one, other), twin(other, one)
    assert bool(there) is bool(back)
    if there and back:
        assert (there.score, there.reasons) == (back.score, back.reasons)
        assert (there.id, back.id) == (other.id, one.id)
        assert 0 < there.score <= 100


@given(DESCRIBED, DESCRIBED)
def test_nothing_is_its_own_twin(one: Described, other: Described) -> None:
    assert twin(one, one) is None
    assert twin(one, replace(other, id=one.id)) is None


@given(DESCRIBED, DESCRIBED)
def test_the_order_of_names_does_not_matter(one: Described, other: Described) -> None:
    turned = replace(one, names=tuple(reversed(one.names)))
    assert twin(one, other) == twin(turned, other)
