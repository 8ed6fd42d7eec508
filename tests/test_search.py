"""Folding for search, and the text that a search looks in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.document import Lookup, build
from operations.models import Agency, Group, Operation, Series
from operations.search import fold, search_text
from tests import factories


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
        ("雷霆行動", "雷霆行動"),
        ("「雷霆」２３", "「雷霆」23"),
        ("한국", "한국"),
        ("", ""),
    ],
)
def test_case_width_accents_and_spaces_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@pytest.mark.django_db
def test_the_text_has_names_aliases_summaries_and_terms_in_both_languages() -> None:
    made = factories.operation(
        "thunderbolt-2023",
        name_en="Operation Thunderbolt 2023",
        name_zh_hant="雷霆2023",
        aliases=["THUNDERBOLT23"],
        summary_en="Three months.",
        summary_zh_hant="三個月。",
        series=factories.term(Series, "thunderbolt", "Thunderbolt", name_zh_hant="雷霆"),
        groups=[factories.term(Group, "14k", "14K", aliases=["十四K"])],
        agencies=[factories.term(Agency, "hkpf", "Hong Kong Police Force")],
        places=[factories.place("hk", name_zh_hant="香港")],
        internal_notes="Ask the desk.",
        date_note_en="By the release.",
    )
    factories.figure(made, counted_in=factories.place("mo", "Macau"), note_en="Counted apart.")
    text = search_text(build(Operation.objects.whole().get(pk=made.pk), Lookup()))
    assert text.splitlines() == [
        "operation thunderbolt 2023",
        "雷霆2023",
        "thunderbolt23",
        "three months.",
        "三個月。",
        "hong kong police force",
        "14k",
        "十四k",
        "hong kong",
        "香港",
        "thunderbolt",
        "雷霆",
    ]
