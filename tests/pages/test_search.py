"""The list of a search: finds marked, terms offered, and what to do when nothing is found."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from operations.models import Agency, Group, Method, Offence, Series
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def operations() -> None:
    factories.term(Group, "wo", "Wo On Lok", name_zh_hant="和安樂", aliases=["水房"])
    factories.term(Offence, "arson", "Arson")
    factories.term(Method, "debt", "Debt bondage")
    factories.term(Agency, "fsd", "Fire Services Department")
    factories.published(
        "alpha",
        name_en="Operation Thunderbolt",
        aliases=["Swift & Hare"],
        summary_en=f"{'Long before. ' * 20}Raids on the sauna in daylight. {'Long after. ' * 20}",
        summary_zh_hant="警方掃黃。",
        series=factories.term(Series, "firestorm", "Firestorm", name_zh_hant="烽火"),
        groups=[factories.term(Group, "14k", "14K", aliases=["十四K"])],
        agencies=[factories.term(Agency, "hkpf", "Police", name_zh_hant="香港警務處")],
        places=[factories.place("hk.ytm", "Yau Tsim Mong", aliases=["Mong Kok", "旺角"])],
        sources=[factories.source(title="廣告網站被搗破", language="zh-Hant")],
    )
    factories.published("beta", name_en="Operation 藍霧 Levington", name_zh_hant="藍霧")


def main(client: Client, typed: str, more: str = "", start: str = "") -> str:
    response = client.get(f"{start}/operations/?q={quote(typed)}{more}")
    assert response.status_code == 200
    return response.text[response.text.index("data-total=") :].partition("</section>")[0]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def marks(html: str) -> list[str]:
    return [words(found) for found in re.findall(r"<mark>(.*?)</mark>", html)]


def row(html: str, code: str = "alpha") -> str:
    return html.partition(f'data-operation="{code}"')[2].partition("</article>")[0]


def offered(html: str) -> list[tuple[str, str]]:
    """Terms: vocabulary and code, words."""
    found = re.findall(r'<li data-term="([^"]+)">(.*?)</li>', html, re.DOTALL)
    return [(code, words(inside)) for code, inside in found]


def instead(html: str) -> list[str]:
    links = re.findall(r"<a [^>]+>(.*?)</a>", html, re.DOTALL)
    return [words(link) for link in links if words(link).startswith("Search for")]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("thunder", ["Thunderbolt"]),
        ("十四K", ["14K"]),
        ("14 k", ["14K"]),
        ("POLICE", ["Police"]),
        ("police 14K", ["Police", "14K"]),
    ],
)
def test_finds_are_marked_where_the_row_shows_them(
    client: Client, typed: str, marked: list[str]
) -> None:
    shown = row(main(client, typed))
    assert marks(shown) == marked
    assert "Found in" not in shown


def test_a_find_keeps_its_own_spelling_and_language(client: Client) -> None:
    shown = row(main(client, "蓝雾", start="/zh-hant"), "beta")
    assert marks(shown) == ["藍霧", "藍霧"]
    shown = row(main(client, "蓝雾"), "beta")
    assert '<mark><span lang="zh-Hant-HK">藍霧</span></mark>' in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("swift", "Found in: other name, Swift & Hare"),
        ("烽火", "Found in: series, 烽火"),
        ("旺角", "Found in: place, Yau Tsim Mong (also found by 旺角)"),
        ("mong kok", "Found in: place, Yau Tsim Mong (also found by Mong Kok)"),
        ("警務處", "Found in: agency, 香港警務處"),
        ("扫黄", "Found in: summary, 警方掃黃。"),
        ("網站", "Found in: title of a source, 廣告網站被搗破"),
    ],
)
def test_what_the_row_does_not_show_is_quoted(client: Client, typed: str, said: str) -> None:
    assert said in words(row(main(client, typed)))


def test_a_quoted_passage_says_its_language_and_marks_the_find(client: Client) -> None:
    shown = row(main(client, "扫黄"))
    assert '<span lang="zh-Hant-HK">警方<mark>掃黃</mark>。</span>' in shown


def test_a_long_text_is_quoted_around_the_find(client: Client) -> None:
    said = words(row(main(client, "sauna"))).partition("Found in: summary, ")[2]
    before, after = "Long before. " * 3, "Long after. " * 3
    assert said == f"…{before}Raids on the sauna in daylight. {after}Long…"


def test_each_thing_looked_for_is_found_somewhere(client: Client) -> None:
    shown = words(row(main(client, "thunder sauna 旺角")))
    assert shown.count("Found in") == 2


def test_a_list_without_search_marks_nothing(client: Client) -> None:
    response = client.get("/operations/?group=14k")
    assert response.status_code == 200
    assert "<mark>" not in response.text
    assert "Found in" not in response.text


@pytest.mark.parametrize("typed", ["水房", "wo on lok", "和安乐"])
def test_a_name_without_an_operation_says_what_it_is(client: Client, typed: str) -> None:
    html = main(client, typed)
    assert 'data-total="0"' in html
    [(code, said)] = offered(html)
    assert code == "group:wo"
    assert said.startswith("Wo On Lok 和安樂")
    assert "a group in the code list. No published operation names it. More about Wo On Lok" in said
    assert 'href="/terms/group/wo/"' in html


def test_a_name_says_so_in_chinese_too(client: Client) -> None:
    html = main(client, "水房", start="/zh-hant")
    [(code, said)] = offered(html)
    assert code == "group:wo"
    assert said.startswith("和安樂")
    assert 'href="/zh-hant/terms/group/wo/"' in html


def test_terms_that_were_named_are_offered_above_what_was_found(client: Client) -> None:
    html = main(client, "14K 旺角")
    told = "旺角 is recorded as Yau Tsim Mong, a place in the code list."
    assert offered(html) == [
        (
            "group:14k",
            "14K is a group in the code list. More about 14K · 1 operation with a reported link",
        ),
        ("place:hk.ytm", f"{told} More about Yau Tsim Mong · 1 operation that names it"),
    ]
    assert 'href="/operations/?group=14k"' in html


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("arson", ["offence:arson"]),
        ("debt", ["method:debt"]),
        ("fire", ["series:firestorm"]),
        ("xyzzy", []),
        ("police", ["agency:hkpf"]),
        ("Fire Services Department", ["agency:fsd"]),
    ],
)
def test_terms_of_every_code_list_are_offered(client: Client, typed: str, codes: list[str]) -> None:
    assert [code for code, _said in offered(main(client, typed))] == codes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("levinton", ["Search for “Levington” instead: 1 operation"]),
        ("蓝露", ["Search for “藍霧” instead: 1 operation"]),
        ("mongkok", ["Search for “Mong Kok” instead: 1 operation"]),
        ("thunder bolt", ["Search for “thunderbolt” instead: 1 operation"]),
        ("xyzzy", []),
        ("水房", []),
    ],
)
def test_nearly_the_same_spelling_is_offered(client: Client, typed: str, said: list[str]) -> None:
    html = main(client, typed)
    assert 'data-total="0"' in html
    assert [line for line in instead(html) if "instead" in line] == said


def test_fewer_words_are_offered_with_what_they_find(client: Client) -> None:
    assert instead(main(client, "14K 蓝雾")) == [
        "Search for “蓝雾” only: 1 operation",
        "Search for “14K” only: 1 operation",
    ]


def test_the_search_alone_is_offered_when_other_conditions_hold(client: Client) -> None:
    html = main(client, "14K", "&agency=fsd")
    assert instead(html) == ["Search for “14K” without the other conditions: 1 operation"]
    assert 'href="/operations/?q=14K"' in html


def test_what_is_typed_is_only_ever_text(client: Client) -> None:
    html = main(client, '<script>alert(1)</script> & "x')
    assert "<script" not in html


@pytest.mark.parametrize("typed", ["x" * 200, "a " * 100, "掃" * 200, "'\"*^:()- 14K", "１４Ｋ"])
@pytest.mark.parametrize("start", ["", "/zh-hant"])
def test_no_search_is_an_error(client: Client, typed: str, start: str) -> None:
    main(client, typed, start=start)


def test_every_face_finds_the_same(client: Client) -> None:
    for typed, code in (("扫黄", "alpha"), ("levington", "beta")):
        files: Any = client.get(f"/operations.json?q={typed}").getvalue()
        assert f'"id":"{code}"'.encode() in files.replace(b'": "', b'":"')
        found = client.get(f"/api/operations/?q={typed}").json()["results"]
        assert [each["id"] for each in found] == [code]
