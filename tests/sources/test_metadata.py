"""What a page says about itself: proposed when it says so, and never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from operations.codes import Outcome
from operations.sources.fetching import Fetched
from operations.sources.reading import describe_page, is_paywalled, open_page
from tests import factories

from .articles import article

pytestmark = pytest.mark.django_db
URL = "https://www.daily.example/news/1?utm_source=rss"


def page(markup: str, url: str = URL) -> Fetched:
    return Fetched(url, Outcome.READ, final=url, kind="text/html", body=markup.encode())


def found(url: str = URL, **values: Any) -> dict[str, str]:
    return describe_page(page(article(**values), url))


def meta(**values: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in values.items()
    )


def test_open_graph_is_read() -> None:
    head = meta(
        og__title="Police arrest 6,400 &amp; more",
        og__site_name="The Daily",
        article__published_time="2023-09-25T08:00:00+08:00",
    )
    head += '<link rel="canonical" href="/news/1">'
    assert found(head=head) == {
        "title": "Police arrest 6,400 & more",
        "publisher": "The Daily",
        "published": "2023-09-25",
        "language": "en",
        "url": "https://www.daily.example/news/1",
    }


def test_json_ld_is_read() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Other"},
            {
                "@type": "NewsArticle",
                "headline": "警方拘捕6400人",
                "datePublished": "2023-09-25",
                "publisher": {"@type": "Organization", "name": "日報"},
            },
        ],
    }
    assert found(data=data, lang="zh-HK") == {
        "title": "警方拘捕6400人",
        "publisher": "日報",
        "published": "2023-09-25",
        "language": "zh-Hant",
        "kind": "news_report",
        "url": URL,
    }


@pytest.mark.parametrize(
    "data",
    [
        [],
        [1, None, "x"],
        {"@type": ["NewsArticle"], "headline": 5, "publisher": [None, 7, {"name": ["x"]}]},
        {"@graph": {"@type": "NewsArticle"}},
        {"@type": "NewsArticle", "datePublished": "someday", "inLanguage": {"name": "English"}},
    ],
)
def test_json_ld_of_any_shape_breaks_nothing(data: Any) -> None:
    assert "publisher" not in found(data=data)


def test_a_title_loses_the_name_of_its_site_only() -> None:
    head = meta(og__site_name="The Daily") + "<title>Arrests - a count | The Daily</title>"
    assert found(head=head)["title"] == "Arrests - a count"
    assert found(head="<title>Arrests | a count</title>")["title"] == "Arrests | a count"


@pytest.mark.parametrize(
    ("tag", "text", "language"),
    [
        ("en-GB", "", "en"),
        ("zh-TW", "", "zh-Hant"),
        ("zh_CN", "", "zh-Hans"),
        ("zh-Hant-HK", "", "zh-Hant"),
        ("zh", "警方拘捕兩人", "zh-Hant"),
        ("zh", "警方拘捕", None),
        ("zh", "警方拘捕两个人", "zh-Hans"),
        ("pt", "", "pt"),
        ("fr", "", None),
        ("", "", None),
        ("<x>", "", None),
    ],
)
def test_a_language_is_a_code_of_the_list(tag: str, text: str, language: str | None) -> None:
    assert found(lang=tag, head=f"<title>{text}</title>").get("language") == language


@pytest.mark.parametrize(
    ("url", "title", "kind"),
    [
        ("https://www.info.gov.hk/gia/general/202309/25/P1.htm", "Arrests", "gov_press_release"),
        ("https://www.info.gov.hk/gia/general/201502/04/P2.htm", "LCQ10: Vice", "legco_reply"),
        ("https://www.info.gov.hk/gia/x.htm", "立法會十題：打擊", "legco_reply"),
        ("https://www.police.gov.hk/x", "LCQ10", "agency_press_release"),
        ("https://www.legco.gov.hk/x", "", "legco_paper"),
        ("https://legalref.judiciary.hk/x", "", "court_judgment"),
        ("https://en.wikipedia.org/wiki/X", "", "encyclopedia"),
        ("https://www.state.gov/reports/x", "", "foreign_gov_report"),
        ("https://info.gov.hk.evil.example/x", "", None),
        ("https://notpolice.gov.hk/x", "", None),
    ],
)
def test_a_host_decides_the_kind(url: str, title: str, kind: str | None) -> None:
    assert found(url, head=f"<title>{title}</title>").get("kind") == kind


def test_a_publisher_is_written_as_editors_wrote_it_before() -> None:
    factories.source(url="https://daily.example/old", publisher="The Daily (Hong Kong)")
    factories.source(url="https://daily.example.com/old", publisher="Another")
    assert found(head=meta(og__site_name="DAILY!"))["publisher"] == "The Daily (Hong Kong)"


@pytest.mark.parametrize(
    "said",
    [
        "https://other.example/news/1",
        "javascript:alert(1)",
        "https://www.daily.example/",
        "http://[::1/",
        "",
    ],
)
def test_a_canonical_address_elsewhere_is_not_proposed(said: str) -> None:
    assert found(head=f'<link rel="canonical" href="{said}">')["url"] == URL


@pytest.mark.parametrize("day", ["2999-01-01", "1850-01-01", "2023-02-30", "yesterday"])
def test_a_day_that_cannot_be_is_not_proposed(day: str) -> None:
    assert "published" not in found(head=meta(article__published_time=day))


@pytest.mark.parametrize(
    ("values", "paid"),
    [
        ({"data": {"@type": "NewsArticle", "isAccessibleForFree": False}}, True),
        ({"data": {"@type": "NewsArticle", "isAccessibleForFree": "False"}}, True),
        ({"data": {"@type": "NewsArticle", "isAccessibleForFree": True}}, False),
        ({"head": meta(article__content_tier="locked")}, True),
        ({"head": meta(article__content_tier="free")}, False),
        ({"beside": "Subscribe now to read everything that we write!"}, False),
    ],
)
def test_a_paywall_is_told_by_the_marks_of_the_page(values: dict[str, Any], paid: Any) -> None:
    opened = open_page(page(article(**values)))
    assert opened is not None
    assert is_paywalled(opened) is paid


def test_a_paper_proposes_what_its_address_says() -> None:
    url = "https://www.legco.gov.hk/yr2023/paper.pdf"
    paper = Fetched(url, Outcome.READ, final=url, kind="application/pdf", body=b"%PDF-1.7")
    assert describe_page(paper) == {"kind": "legco_paper", "url": url}
