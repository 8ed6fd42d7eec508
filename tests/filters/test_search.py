"""``q``: search in both languages, as a parameter."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from operations.models import Agency, Group, Series
from tests import factories
from tests.filters.ask import found, refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def operations() -> None:
    series = factories.term(Series, "thunderbolt", "Thunderbolt", name_zh_hant="雷霆")
    factories.published(
        "alpha",
        name_en="Operation Café",
        aliases=["Swift Hare"],
        summary_en="Raids on 12 premises.",
        series=series,
        groups=[factories.term(Group, "14k", "14K", aliases=["十四K"])],
        agencies=[factories.term(Agency, "hkpf", "Police", name_zh_hant="警務處")],
        places=[factories.place("hk.ytm", "Yau Tsim Mong", aliases=["Mong Kok", "旺角"])],
    )
    factories.published("beta", name_en="Operation Other", name_zh_hant="掃黃行動")


@pytest.mark.parametrize(
    "text",
    [
        "Café",
        "cafe",
        "CAFÉ",
        "ＣＡＦＥ",
        "swift hare",
        "雷霆",
        "十四K",
        "14k",
        "mong kok",
        "旺角",
        "警務",
        "12 premises",
        "  cafe  ",
    ],
)
def test_names_aliases_terms_and_summaries_are_searched_without_case_width_or_accents(
    text: str,
) -> None:
    assert found(f"q={quote(text)}") == ["alpha"]


@pytest.mark.parametrize("text", ["掃黃", "黃行", "OTHER"])
def test_either_language_finds_it(text: str) -> None:
    assert found(f"q={quote(text)}") == ["beta"]


@pytest.mark.parametrize(
    "text", ["%", "_", "'; --", "\\", "*", '"', '""', "🙂", "：", "-", "^", "()"]
)
def test_signs_alone_are_nothing_to_look_for(text: str) -> None:
    said = [("q", text, "a letter, digit or Chinese character at least")]
    assert refused(f"q={quote(text)}") == said


UGLY = [
    "nothing like it",
    "a%b",
    "OTHER AND hare",
    "other OR hare",
    "NOT other",
    "other NOT hare",
    "NEAR(other operation)",
    "name_en:other",
    "o*",
    "'; DROP TABLE operations_edition; --",
    "x" * 200,
    "x " * 99,
    "掃" * 200,
    "a'\\",
    "日本語の テスト",
    "여성 인신매매",
    "ค้ามนุษย์",
    "\U00030000\U0001f642掃",
]


@pytest.mark.parametrize("text", UGLY)
def test_nothing_typed_is_an_operator_or_an_error(text: str) -> None:
    assert found(f"q={quote(text)}") == []


@pytest.mark.parametrize(
    "text", ["oth*", "^other", '"other', "other -", "(other)", "*other*", "oth_"]
)
def test_signs_around_a_word_are_left_aside(text: str) -> None:
    assert found(f"q={quote(text)}") == ["beta"]


def test_what_only_the_working_copy_says_is_not_found() -> None:
    factories.operation("draft", name_en="Operation Hidden")
    assert found("q=hidden") == []
