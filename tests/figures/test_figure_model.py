"""Order of ids, and what a figure says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operations.figures import in_order

from .build import PLAIN, figure, ids, part


def test_the_ninth_figure_comes_before_the_tenth() -> None:
    assert ids(in_order([figure(10), figure(9), figure(2)])) == ["op.2", "op.9", "op.10"]


@pytest.mark.parametrize("odd", ["op.new", "op.²", "op.", "op", "op." + "9" * 5000, "op.-1"])
def test_an_id_without_a_usable_number_comes_last(odd: str) -> None:
    assert ids(in_order([replace(PLAIN, id=odd), figure(7)])) == ["op.7", odd]


def test_an_owner_with_dots_in_its_name_keeps_its_numbers() -> None:
    made = [replace(PLAIN, id=f"hk.reply.{n}", owner="hk.reply") for n in (11, 2)]
    assert ids(in_order(made)) == ["hk.reply.2", "hk.reply.11"]


def test_a_part_is_not_whole() -> None:
    assert figure().is_whole
    assert not part(2, 60).is_whole


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("role", "customer"),
        ("sex", "female"),
        ("age_group", "minor"),
        ("residency", "mainland"),
        ("nationality", "th"),
        ("offence", "hk.200.137"),
    ],
)
def test_who_is_counted_and_the_offence_single_out(field: str, code: str) -> None:
    assert figure(1, **{field: code}).singles_out


def test_ages_and_the_sources_own_word_only_describe() -> None:
    assert not figure(age_from=10, age_to=85, source_term="persons").singles_out


def test_only_a_number_stated_exactly_has_an_exact_value() -> None:
    assert figure(value=7).exact_value == 7
    assert figure(value=7, qualifier="about").exact_value is None
    assert figure(value=None, value_type="not_stated").exact_value is None
