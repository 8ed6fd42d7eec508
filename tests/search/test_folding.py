"""Folding: case, width, accents, and the two Chinese scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.search import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("THUNDERBOLT", "thunderbolt"),
        ("Ｔｈｕｎｄｅｒｂｏｌｔ　２０２３", "thunderbolt 2023"),
        ("Café Operação", "cafe operacao"),
        ("Cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("  two \n\t spaces ", "two spaces"),
        ("雷霆行動", "雷霆行动"),
        ("「雷霆」２３", "「雷霆」23"),
        ("新義安", "新义安"),
        ("掃黃", "扫黄"),
        ("한국", "한국"),
        ("٢٠٢٣", "2023"),
        ("thun\u200bder\u00adbolt\ufe0f", "thunderbolt"),
        ("⼀", "一"),
        ("", ""),
    ],
)
def test_case_width_accents_scripts_and_spaces_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "same",
    [
        "衞衛卫",
        "著着",
        "裏裡里",
        "為爲为",
        "台臺",
        "羣群",
        "峯峰",
        "線綫线",
        "溫温",
        "麵麪面",
        "說説说",
        "粧妝妆",
        "脫脱",
        "閱閲阅",
        "鉤鈎钩",
        "汙污汚",
        "鷄雞鸡",
        "舖鋪铺",
        "髮發发",
        "后後",
    ],
)
def test_the_forms_of_hong_kong_taiwan_and_the_mainland_are_one(same: str) -> None:
    assert len({fold(form) for form in same}) == 1


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@given(st.text(alphabet="新義安乾隆皇后乾淨頭髮發展著名沿着只隻"))
def test_characters_fold_alike_whatever_stands_beside_them(text: str) -> None:
    """A dictionary of phrases would keep 乾 in 乾隆 and change it in 乾淨."""
    assert fold(text) == "".join(fold(char) for char in text)
