"""What was typed, as units of phrases; and where a text says them."""

from __future__ import annotations

import pytest

from operations.search import parse


def read(text: str) -> list[str]:
    """Each unit, its wordings apart by “|”, an open end as “…”."""
    return [
        "|".join(" ".join(phrase.atoms) + "…" * phrase.is_open for phrase in unit.phrases)
        for unit in parse(text).units
    ]


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("thunder", ["thunder…"]),
        ("Sun Yee On", ["sun…", "yee…", "on"]),
        ('"Sun Yee On"', ["sun yee on"]),
        ("“Sun Yee On” 2025", ["sun yee on", "2025"]),
        ("「雷霆行動」", ["雷 霆 行 动"]),
        ("14K", ["14 k"]),
        ("14 K", ["14 k"]),
        ("14-K", ["14 k"]),
        ("１４Ｋ", ["14 k"]),
        ("十四K", ["十 四 k|14 k"]),
        ("十四 K", ["十 四 k|14 k"]),
        ("14 kg", ["14", "kg"]),
        ("raid 14 K members", ["raid…", "14 k", "members…"]),
        ("O記", ["o 记"]),
        ("3C", ["3 c"]),
        ("三C", ["三 c|3 c"]),
        ("THUNDERBOLT22", ["thunderbolt 22"]),
        ("雷霆2023", ["雷 霆", "2023"]),
        ("雷霆一五", ["雷 霆 一 五|雷 霆 15"]),
        ("二零二三年", ["二 零 二 三 年|2023 年"]),
        ("2023年", ["2023 年"]),
        ("三合會", ["三 合 会"]),
        ("三合會14K", ["三 合 会", "14 k"]),
        ("掃黃，反黑", ["扫 黄", "反 黑"]),
        ("Mong-Kok", ["mong kok…"]),
        ("sun_yee_on", ["sun yee on"]),
        ("thunder thunder", ["thunder…"]),
        ("vice AND NOT triad*", ["vice…", "and…", "not…", "triad…"]),
        ('a"b', ["a", "b"]),
        ("-vice ^x name:y", ["vice…", "x", "name…", "y"]),
        ("NEAR(a b, 2)", ["near…", "a", "b", "2"]),
        ("雷\u200b霆", ["雷 霆"]),
        ("ひらがな 한국어", ["ひ ら か な", "한 국 어"]),
        ("x" * 200, ["x" * 40 + "…"]),
        ("", []),
        (" %_*\"-^:'()", []),
        ("🙂", []),
        ('""', []),
    ],
)
def test_what_is_typed_is_read(typed: str, units: list[str]) -> None:
    assert read(typed) == units


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("新义安", "與新義安有關", ["新義安"]),
        ("14K", "the 14K, 十四K and 14 K", ["14K", "十四K", "14 K"]),
        ("十四K", "14-K", ["14-K"]),
        ("四K", "十四K", ["四K"]),
        ("14K", "214K 14 kg 14 Kowloon", []),
        ("thunder", "Operation THUNDERBOLT 2023", ["THUNDERBOLT"]),
        ('"thunder"', "Operation THUNDERBOLT 2023", []),
        ("cafe", "Café Cafe\u0301s", ["Café", "Cafe\u0301s"]),
        ("雷霆17", "雷霆一七 雷霆17", ["雷霆一七", "雷霆17"]),
        ("水房幫", "水房，幫", ["水房，幫"]),
        ("水房幫", "水和房幫", []),
        ("20", "2023", []),
    ],
)
def test_the_passages_of_a_text_are_found_as_they_are_written(
    typed: str, text: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in parse(typed).spans(text)] == marked


def test_the_same_search_without_a_unit_can_be_typed() -> None:
    query = parse('"Sun Yee On" 14 K，掃黃')
    assert [query.without(unit) for unit in query.units] == [
        "14 K 掃黃",
        '"Sun Yee On" 掃黃',
        '"Sun Yee On" 14 K',
    ]
