"""The index against the definition: what the database finds is what plain Python finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations import publishing, search
from operations.models import Agency, Edition, EditionWords, Group, Operation, Series
from tests import factories
from tests.filters.ask import found

pytestmark = pytest.mark.django_db

NAMES = [
    "Operation Thunderbolt 22",
    "THUNDERBOLT22 一五",
    "14K 新義安 raid",
    "十四K and 雷霆一五",
    "掃黃雷霆十四",
    "Café 水房幫 O記",
    "和安樂 水，房 3C",
    "14 kg thunder 二零二三年",
    "한국어 ひらがな ตลาด 2023",
]
WORDS = [
    "thunder",
    "thund",
    "THUNDERBOLT",
    "bolt",
    "14",
    "K",
    "14K",
    "十四",
    "十",
    "四K",
    "15",
    "22",
]
WORDS += [
    "雷",
    "雷霆",
    "雷霆一五",
    "霆一",
    "掃黃雷霆",
    "新义安",
    "水房",
    "水房幫",
    "房",
    "O記",
    "3C",
    "o",
]
WORDS += [
    "2023",
    "二零二三",
    "cafe",
    '"raid"',
    '"thunder"',
    '"and 雷霆"',
    "국어",
    "らが",
    "ลา",
    "'",
    "*",
    "安樂",
]
queries = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from([" ", "", "-"]).map(lambda between: between.join(words))
)
texts = st.text(
    alphabet="ab14k 十四一五雷霆黃黄掃-,\u0301ＫK\U00030000'\"\\", min_size=1, max_size=12
)


@pytest.fixture
def nine(db: None) -> list[Operation]:
    return [factories.published(f"op-{at}", name_en=name) for at, name in enumerate(NAMES)]


def documents() -> dict[str, list[str]]:
    """Searched texts by id."""
    return {
        edition.code: [passage.text for passage in search.passages(edition.content)]
        for edition in Edition.objects.public()
    }


def found_by(query: search.Query) -> set[str]:
    rows = search.matching(query)
    return set(rows.values_list("edition__code", flat=True))


def index(edition: Edition, *names: str) -> None:
    """Put other texts in the index than those of the document."""
    row = EditionWords.objects.get(pk=edition.pk)
    content = {**edition.content, "aliases": list(names)}
    row.words, row.tokens = search.entry(content).values()
    row.save()


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(typed=queries)
def test_the_database_finds_what_the_definition_finds(nine: list[Operation], typed: str) -> None:
    query = search.parse(typed)
    fitting = {code for code, known in documents().items() if query.fits(known)}
    assert found_by(query) == fitting


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(names=st.lists(texts, min_size=1, max_size=3), typed=texts)
def test_it_does_for_any_text_and_any_query(
    nine: list[Operation], names: list[str], typed: str
) -> None:
    edition = nine[0].editions.get()
    index(edition, *names)
    query = search.parse(typed)
    expected = query.fits([*documents()["op-0"], *names])
    assert ("op-0" in found_by(query)) == expected


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    text=st.text(alphabet="新義安掃黃雷霆水房幫和樂十四一五", min_size=1, max_size=12),
    data=st.data(),
)
def test_any_part_of_a_chinese_text_finds_it_in_either_script(
    nine: list[Operation], text: str, data: st.DataObject
) -> None:
    index(nine[0].editions.get(), text)
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert "op-0" in found_by(search.parse(part))
    assert "op-0" in found_by(search.parse(search.fold(part)))


@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(word=st.text(alphabet="abcçéß", min_size=1, max_size=9), length=st.integers(1, 9))
def test_the_beginning_of_a_word_finds_it_from_three_letters_on(
    nine: list[Operation], word: str, length: int
) -> None:
    index(nine[0].editions.get(), f"x {word} y")
    begin = search.fold(word)[:length]
    is_whole = begin == search.fold(word)
    assert ("op-0" in found_by(search.parse(begin.upper()))) == (is_whole or len(begin) >= 3)


def test_everything_that_names_an_operation_is_looked_in_and_nothing_else() -> None:
    cited = factories.source(title="Vice ring smashed", publisher="The Unfound")
    made = factories.operation(
        "sweep",
        name_en="Operation Thunderbolt 2023",
        name_zh_hant="雷霆2023",
        aliases=["Swift Hare"],
        summary_en="Raids for three months.",
        summary_zh_hant="歷時三個月。",
        series=factories.term(
            Series, "thunderbolt", "Storm", name_zh_hant="烽火", aliases=["風火"]
        ),
        groups=[factories.term(Group, "14k", "14K", aliases=["十四K"])],
        agencies=[factories.term(Agency, "hkpf.octb", "Triad Bureau", aliases=["O記"])],
        places=[factories.place("hk.ytm", "Yau Tsim Mong", aliases=["旺角"])],
        sources=[cited],
        internal_notes="Secretword",
        date_note_en="Datenote",
    )
    factories.figure(made, counted_in=factories.place("mo", "Macau"), note_en="Figurenote")
    factories.publish(made)
    asked_for = [
        "thunderbolt",
        "雷霆",
        "swift hare",
        "months",
        "歷時",
        "storm",
        "烽火",
        "風火",
        "14k",
    ]
    asked_for += ["triad bureau", "O記", "yau tsim", "旺角", "vice ring", "歷時 O記 smashed"]
    assert [word for word in asked_for if found(f"q={word}") != ["sweep"]] == []
    unsaid = [
        "secretword",
        "datenote",
        "figurenote",
        "macau",
        "unfound",
        "anti_vice",
        "example.org",
    ]
    assert [word for word in unsaid if found(f"q={word}")] == []


def test_only_what_is_public_now_is_found() -> None:
    factories.operation("draft", name_en="Hidden")
    made = factories.published("sweep", name_en="Before")
    made.name_en = "After"
    made.save()
    assert found("q=before") == ["sweep"]
    assert found("q=after") == []
    factories.publish(made)
    assert found("q=before") == []
    assert found("q=after") == ["sweep"]
    assert EditionWords.objects.count() == 1
    assert list(publishing.verify()) == []


def test_withdrawal_takes_an_operation_out_of_the_index() -> None:
    made = factories.published("sweep", name_en="Lost")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="x")
    assert found("q=lost") == []
    assert rows_of_index("lost") == 0


def test_redaction_takes_the_words_out_of_the_index_itself() -> None:
    made = factories.published("sweep", name_en="Unspeakable")
    assert rows_of_index("unspeakable") == 1
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="x")
    assert rows_of_index("unspeakable") == 0
    assert EditionWords.objects.count() == 0


def rows_of_index(word: str) -> int:
    return search.matching(search.parse(word)).count()


def test_verify_names_words_that_do_not_follow_from_the_document() -> None:
    factories.published("sweep")
    factories.published("other")
    ended = factories.published("third")
    factories.publish(ended)
    EditionWords.objects.filter(edition__code="sweep").update(words=" x ")
    EditionWords.objects.filter(edition__code="other").delete()
    said = "its search index does not follow from the document"
    assert [str(each) for each in publishing.verify()] == [
        f"sweep · 1: {said}",
        f"other · 1: {said}",
    ]


def test_a_very_long_text_is_searched_up_to_a_limit_and_published_all_the_same() -> None:
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 3990)))
    made = factories.operation(
        "long", name_en="Before", summary_en=signs, summary_zh_hant=signs[::-1]
    )
    for at in range(40):
        made.sources.add(factories.source(title=f"{at} {signs[at * 90 : at * 90 + 480]}"))
    factories.publish(made)
    row = EditionWords.objects.get()
    assert len(row.words) <= 80_000
    assert found("q=before") == ["long"]
    assert list(publishing.verify()) == []
