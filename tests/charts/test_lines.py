"""Text broken into lines for a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from operations.charts.drawing.lines import width, wrapped


def test_lines_break_between_words_and_before_chinese_characters() -> None:
    assert wrapped("Operation Thunderbolt", 12) == ["Operation", "Thunderbolt"]
    assert wrapped("三地聯合行動", 6) == ["三地聯", "合行動"]
    assert wrapped("Operation 藍霧", 12) == ["Operation 藍", "霧"]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrapped("（掃黃）行動", 7) == ["（掃", "黃）行", "動"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_what_has_no_room_ends_in_an_ellipsis() -> None:
    assert wrapped("one two three four", 5, 2) == ["one", "two…"]


def test_nothing_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


@given(st.text(max_size=200), st.integers(min_value=8, max_value=60))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(width(line) <= room for line in wrapped(text, room))


@given(st.text(max_size=200), st.integers(min_value=8, max_value=60))
def test_no_letter_is_lost(text: str, room: int) -> None:
    assert "".join("".join(wrapped(text, room)).split()) == "".join(text.split())
