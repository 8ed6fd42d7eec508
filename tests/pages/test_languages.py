"""Two languages: each page in both, the way between them, and which words are in which."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from operations import publishing
from operations.models import Agency, Group, Place, Series
from tests.factories import figure, operation, place, publish, published, source, term, user

from .addresses import public_addresses
from .passages import wrongly_marked

pytestmark = pytest.mark.django_db

SWITCH = re.compile(r'<p class="languages"><a href="([^"]*)" lang="([^"]*)"')


def other(client: Client, address: str) -> tuple[str, str]:
    """Where the switch of a page leads, and to which language."""
    found = SWITCH.search(client.get(address).text)
    assert found
    return found[1].replace("&amp;", "&"), found[2]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/operations/",
        "/operations/?kind=anti_vice&kind=anti_triad&sort=date",
        "/operations/?q=%E6%B0%B4%E6%88%BF",
        "/operations/?kind=nothing",
        "/totals/?measure=persons_arrested&by=year",
        "/about/",
        "/nothing/",
        "/nothing/%E6%B0%B4/?q=%26",
    ],
)
def test_the_switch_keeps_page_and_query_to_the_letter(client: Client, address: str) -> None:
    assert other(client, address) == (f"/zh-hant{address}", "zh-Hant-HK")
    assert other(client, f"/zh-hant{address}") == (address, "en")


def test_the_switch_of_an_edition_leads_to_the_same_edition(client: Client) -> None:
    published("one")
    address = "/operations/one/editions/1/"
    assert other(client, address) == (f"/zh-hant{address}", "zh-Hant-HK")


def test_the_switch_never_leads_to_another_host(client: Client) -> None:
    assert other(client, "/zh-hant//example.org/")[0] == "/%2Fexample.org/"


def test_the_switch_names_the_other_language_in_that_language(client: Client) -> None:
    assert 'lang="zh-Hant-HK" hreflang="zh-Hant-HK" rel="alternate">繁體中文</a>' in (
        client.get("/").text
    )
    assert 'lang="en" hreflang="en" rel="alternate">English</a>' in client.get("/zh-hant/").text


@pytest.fixture
def mixed() -> None:
    """An operation whose record mixes the languages wherever it can."""
    found = operation(
        "mist",
        name_en="Operation 藍霧 (Central)",
        name_zh_hant="藍霧",
        aliases=["Blue Mist", "藍霧行動", "OP 藍霧 2025"],
        summary_en="A campaign called 藍霧.",
        date_note_zh_hant="日期由Sing Tao報道。",
        places=[place(), term(Place, "hk.central", "Central (中環)", kind="district")],
        agencies=[term(Agency, "pj", "Polícia Judiciária"), term(Agency, "hkpf", "Police")],
        groups=[term(Group, "14k", "14K", name_zh_hant="十四K", aliases=["K仔"])],
        series=term(Series, "mist", "Mist", name_zh_hant="霧"),
    )
    titled = source(publisher="星島日報 Sing Tao", title="「藍霧」拘38人", language="zh-Hant")
    english = source(publisher="The Standard", title="Operation 藍霧 nets 38", language="en")
    figure(found, 38, cited=[titled], note_en="Read in 《星島》.", counted_in=found.places.last())
    figure(found, 60, cited=[english], source_term="馬伕 (handlers)", role="organiser")
    publish(found, "更正 of a name")


@pytest.mark.usefixtures("mixed")
def test_every_passage_says_which_language_it_is_in(client: Client) -> None:
    lists = ["/operations/?q=藍霧", "/operations/?agency=pj&group=14k", "/operations/?kind=what"]
    terms = ["/terms/agency/pj/", "/terms/group/14k/", "/terms/place/hk.central/"]
    pages = [each for each in public_addresses("mist") if each.endswith("/")]
    pages += [f"{prefix}{each}" for each in (*lists, *terms) for prefix in ("", "/zh-hant")]
    wrong = {page: list(wrongly_marked(client.get(page).text)) for page in pages}
    assert {page: found for page, found in wrong.items() if found} == {}


def test_a_choice_in_the_other_language_says_so(client: Client) -> None:
    made = operation("one")
    figure(made, 5, counted_in=term(Place, "mo", "Macau"))
    figure(made, 6, counted_in=term(Place, "cn", "China", name_zh_hant="中國"))
    publish(made)
    assert '<option value="mo" lang="en">Macau</option>' in client.get("/zh-hant/operations/").text
    assert '<option value="cn">中國</option>' in client.get("/zh-hant/operations/").text
    assert '<option value="mo">Macau</option>' in client.get("/operations/").text


def test_what_there_is_in_one_language_only_says_so(client: Client) -> None:
    published("one", name_en="Operation One", summary_zh_hant="只有中文的摘要。")
    chinese, english = (client.get(f"{p}/operations/one/").text for p in ("/zh-hant", ""))
    assert '<span lang="en">Operation One</span> <span class="only">只有英文</span></h1>' in chinese
    assert "只有中文的摘要。 <" not in chinese
    assert '只有中文的摘要。</span> <span class="only">Chinese only</span>' in english
    assert "English only" not in english


def test_a_name_in_both_languages_needs_no_note(client: Client) -> None:
    published("one", name_en="Operation One", name_zh_hant="一號")
    for prefix in ("", "/zh-hant"):
        heading = client.get(f"{prefix}/operations/one/").text.partition("</h1>")[0]
        assert 'class="only"' not in heading


def test_a_merged_operation_leads_on_in_the_same_language(client: Client) -> None:
    survivor, gone = published("survivor"), published("gone")
    publishing.merge(gone, survivor, by=user(), reason="The same operation.")
    for prefix in ("", "/zh-hant"):
        answer = client.get(f"{prefix}/operations/gone/")
        assert (answer.status_code, answer["Location"]) == (308, f"{prefix}/operations/survivor/")


def test_pages_of_a_list_stay_in_the_language(client: Client) -> None:
    for number in range(26):
        published(f"operation-{number}")
    page = client.get("/zh-hant/operations/?kind=anti_vice").text
    assert 'rel="next" href="?kind=anti_vice&amp;page=2"' in page
    assert '<a href="/operations/' not in page.replace('class="languages"><a href="', "")


@pytest.mark.parametrize("address", ["/", "/operations/", "/operations/?kind=anti_vice"])
def test_each_page_names_its_other_language_to_programs(client: Client, address: str) -> None:
    for prefix in ("", "/zh-hant"):
        head = client.get(prefix + address).text
        assert f'hreflang="en" href="http://testserver{address}"' in head
        assert f'hreflang="zh-Hant-HK" href="http://testserver/zh-hant{address}"' in head
        assert f'hreflang="x-default" href="http://testserver{address}"' in head


def test_chinese_pages_are_in_chinese_throughout(client: Client) -> None:
    published("one", name_zh_hant="一號")
    page = client.get("/zh-hant/operations/one/")
    assert page["Content-Language"] == "zh-hant"
    assert '<html lang="zh-Hant-HK">' in page.text
    for words in ("被捕人數：100——各類罪行，只計Hong Kong", "被捕，並非定罪。", "2023年9月25日"):
        assert words in re.sub(r"</?span[^>]*>", "", page.text)


def test_what_was_expected_is_said_in_the_language_of_the_page(client: Client) -> None:
    page = client.get("/zh-hant/operations/?status=what&agency=nobody").text
    assert "以下其中之一：" in page
    assert "所列的代碼" in page
