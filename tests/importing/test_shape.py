"""The shape of rows, told before anything is made of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from operations.importing import shapes
from operations.importing.shape import Nullable, Reference, fit

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("x", str),
        (1, int),
        (1, float),
        (1.5, float),
        (True, bool),
        ([], [str]),
        (["x"], [str]),
        (None, Nullable(str)),
        ({"a": {"b": [1]}}, {"a": {"b": [int]}}),
        ({}, {"a?": str}),
        (None, Reference()),
        ("hk", Reference()),
    ],
)
def test_what_fits_is_returned(value: Any, shape: Any) -> None:
    assert fit(value, shape) == value


@pytest.mark.parametrize(
    ("value", "shape", "said"),
    [
        ({"a": {}}, {"a": {"b": str}}, "“a.b” is missing."),
        ({"a": [{"b": 1}]}, {"a": [{"b": str}]}, "“a[0].b” is not a text."),
        ({"a": 1.5}, {"a": int}, "“a” is not a whole number."),
        ({"a": True}, {"a": int}, "“a” is not a whole number."),
        ({"a": 1}, {"a": bool}, "“a” is not true or false."),
        ({"a": "1"}, {"a": float}, "“a” is not a number."),
        ({"a": []}, {"a": {}}, "“a” is not an object."),
        ({"a": None}, {"a": [str]}, "“a” is not a list."),
        ({"a": 5}, {"a": Reference()}, "“a” is not a text."),
        ({"a": {"name": "x"}}, {"a": Reference()}, "“a” is not a text."),
        ({"a": "x\0"}, {"a": str}, "“a” holds a character that is no text."),
        ({"a": {"id": "\ud83d"}}, {"a": Reference()}, "“a” holds a character that is no text."),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(value: Any, shape: Any, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        fit(value, shape)
    assert refused.value.messages == [said]


def test_what_documents_carry_for_readers_is_left_aside() -> None:
    place = {"id": "hk", "name": {"en": "Hong Kong"}}
    shape = {"places": [{"id": str}], "from": Reference()}
    assert fit({"places": [place], "from": place, "edition": 3}, shape) == {
        "places": [{"id": "hk"}],
        "from": "hk",
    }


@given(st.dictionaries(st.sampled_from(sorted(shapes.OPERATION)), anything))
def test_any_row_fits_or_is_refused_in_words(row: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        fit(row, shapes.OPERATION)


@given(anything)
def test_anything_at_all_fits_a_figure_or_is_refused_in_words(value: Any) -> None:
    with pytest.raises(ValidationError):
        fit(value, shapes.FIGURE, "figure")
