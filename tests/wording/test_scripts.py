"""Passages of the other language are told by their script."""

from __future__ import annotations

import pytest

from operations.wording import by_script

EN, ZH = "en", "zh-Hant-HK"


@pytest.mark.parametrize(
    ("text", "lang", "pieces"),
    [
        ("Operation 藍霧 2021", EN, [("Operation ", EN), ("藍霧", ZH), (" 2021", EN)]),
        (
            "the Code 《公開資料守則》.",
            EN,
            [("the Code ", EN), ("《公開資料守則》", ZH), (".", EN)],
        ),
        (
            "只計Kowloon West Region（14K）",
            ZH,
            [("只計", ZH), ("Kowloon West Region", EN), ("（14K）", ZH)],
        ),
        ("本版本（JSON，SHA-256）", ZH, [("本版本（JSON，SHA-256）", ZH)]),
        ("拘捕38人", "zh-Hans", [("拘捕38人", "zh-Hans")]),
        ("Polícia 警察", "pt", [("Polícia 警察", "pt")]),
        ("", EN, []),
    ],
)
def test_each_passage_names_its_language(
    text: str, lang: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(piece.text, piece.lang) for piece in by_script(text, lang)] == pieces


@pytest.mark.parametrize("lang", [EN, ZH])
def test_nothing_of_a_text_is_lost(lang: str) -> None:
    text = "Op 藍霧：38人 arrested (《星島》 & others), 14K、水房 …"
    assert "".join(piece.text for piece in by_script(text, lang)) == text
