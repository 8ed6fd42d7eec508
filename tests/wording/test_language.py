"""Two languages side by side."""

from __future__ import annotations

from operations.wording import both


def test_a_name_inside_the_other_is_not_said_twice() -> None:
    assert [str(text) for text in both({"en": "Operation 藍霧", "zh-Hant": "藍霧"})] == [
        "Operation 藍霧"
    ]
    assert [str(text) for text in both({"en": "Thunderbolt", "zh-Hant": "雷霆"})] == [
        "Thunderbolt",
        "雷霆",
    ]
