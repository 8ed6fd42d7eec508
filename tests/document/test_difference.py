"""What changed between two documents."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from operations.document import Change, canonical, difference, renamings, seal

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from(["a", "b", "edition"]), json_values)


def test_a_change_is_named_by_its_path() -> None:
    before = {
        "dates": {"edtf": "2020"},
        "figures": [{"id": "x.1", "value": 1, "who": {"sex": None}}],
    }
    after = {
        "dates": {"edtf": "2021"},
        "figures": [{"id": "x.1", "value": 2, "who": {"sex": "male"}}],
    }
    assert difference(before, after) == [
        Change(("dates", "edtf"), "2020", "2021"),
        Change(("figures", "x.1", "value"), 1, 2),
        Change(("figures", "x.1", "who", "sex"), None, "male"),
    ]


def test_a_path_is_written_with_dots() -> None:
    assert Change(("figures", "x.1", "value"), 1, 2).path == "figures.x.1.value"


def test_rows_that_come_and_go_are_named_by_their_id() -> None:
    before = {"groups": [{"id": "14k"}]}
    after = {"groups": [{"id": "wo"}]}
    assert difference(before, after) == [
        Change(("groups", "wo"), None, {"id": "wo"}),
        Change(("groups", "14k"), {"id": "14k"}, None),
    ]
    assert difference({"groups": []}, after) == [Change(("groups", "wo"), None, {"id": "wo"})]


def test_rows_without_id_are_compared_whole() -> None:
    one, two = {"url": "https://example.org/1"}, {"url": "https://example.org/2"}
    assert difference({"links": [one]}, {"links": [two]}) == [Change(("links",), [one], [two])]


def test_number_time_and_quoted_names_are_no_change() -> None:
    before: dict[str, Any] = {"edition": 1, "published_at": "a", "vocabulary": {"place": {}}}
    assert difference(before, {"edition": 2, "published_at": "b", "vocabulary": {}}) == []


def test_a_renamed_term_is_found_where_only_its_code_is_shown() -> None:
    def quoting(*codes: str, name: str) -> dict[str, Any]:
        return {"vocabulary": {"place": {code: {"name": {"en": name}} for code in codes}}}

    before, after = quoting("hk", "mo", name="Old"), quoting("hk", "cn", name="New")
    keys = ("vocabulary", "place", "hk", "name", "en")
    assert renamings(before, after) == [Change(keys, "Old", "New")]
    assert renamings({}, after) == []


@given(documents)
def test_nothing_differs_from_itself(document: dict[str, Any]) -> None:
    assert difference(document, document) == []


@given(documents)
def test_canonical_text_depends_on_the_content_alone(document: dict[str, Any]) -> None:
    turned = dict(reversed(document.items()))
    assert canonical(turned) == canonical(document)
    assert " " not in canonical({"a": [1, {"b": None}]})


def test_the_seal_is_the_sha_256_of_the_text() -> None:
    # FIPS 180-2, the message "abc".
    assert seal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
