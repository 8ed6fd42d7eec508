"""What search engines, messengers and other programs read in the head of a page."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client, override_settings

from operations.models import Agency, Group
from operations.templatetags.metadata import fitting
from tests.factories import figure, operation, place, publish, published, source, term

pytestmark = pytest.mark.django_db

# One of each type of public page.
PAGES = [
    "/",
    "/operations/",
    "/operations/?group=14k",
    "/operations/one/",
    "/operations/one/editions/",
    "/operations/one/editions/1/",
    "/operations/one/charts/breakdown/",
    "/operations/one/charts/outcomes/",
    "/charts/",
    "/charts/timeline/",
    "/charts/years/",
    "/charts/arrests/",
    "/charts/districts/",
    "/charts/tiers/",
    "/totals/",
    "/totals/?measure=persons_arrested",
    "/totals/outcomes/",
    "/terms/",
    "/terms/group/",
    "/terms/group/14k/",
    "/sources/",
    "/sources/cited/",
    "/context/",
    "/corrections/",
    "/about/",
]
# A number of people stands with the offences that it is of.
ARRESTS = re.compile(r"\d[\d,]* arrested(?! — )|被捕人數：[\d,]++(?!——)")


@pytest.fixture
def one() -> None:
    made = operation(
        "one",
        name_en="Operation One",
        name_zh_hant="第一行動",
        edtf="2020-01-01/2020-02-03",
        groups=[term(Group, "14k", "14K")],
        agencies=[term(Agency, "hkpf", "Hong Kong Police Force", name_zh_hant="香港警務處")],
        places=[place()],
    )
    whole = figure(made, 6400, cited=[source("cited")])
    figure(made, 4000, part_of=whole, breakdown="partial", breakdown_set="sex", sex="male")
    publish(made)


def head(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    found = re.search(r"<head>(.*?)</head>", response.text, re.DOTALL)
    assert found
    return found[1]


def content(html: str, name: str) -> str:
    [found] = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)
    return unescape(found)


def link(html: str, rel: str) -> str:
    [found] = re.findall(rf'<link rel="{rel}" href="([^"]*)">', html)
    return unescape(found)


def structured(html: str) -> dict[str, Any]:
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


@pytest.mark.usefixtures("one")
@pytest.mark.parametrize(("prefix", "shortest"), [("", 50), ("/zh-hant", 20)])
def test_every_page_has_a_title_of_its_own_and_a_description_that_says_something(
    client: Client, prefix: str, shortest: int
) -> None:
    titles = set()
    for address in PAGES:
        html = head(client, prefix + address)
        [title] = re.findall(r"<title>(.*?)</title>", html, re.DOTALL)
        titles.add(title)
        description = content(html, "description")
        assert shortest <= len(description) <= 160, (address, description)
        assert not ARRESTS.search(description), (address, description)
        assert content(html, "og:description") == description
        assert unescape(title).startswith(content(html, "og:title"))
    assert len(titles) == len(PAGES)


@pytest.mark.usefixtures("one")
def test_the_description_of_an_operation_has_its_number_with_what_it_counts(
    client: Client,
) -> None:
    assert content(head(client, "/operations/one/"), "description") == (
        "Operation One, 1 January – 3 February 2020."
        " 6,400 arrested — all offences, Hong Kong only."
        " What each number counts, what it does not, and who says so."
    )


def test_a_sentence_that_does_not_fit_is_left_out_whole() -> None:
    long = "6,400 arrested — " + "many offences, " * 10
    assert fitting(["A name.", long, "The end."]) == "A name. The end."
    assert fitting(["名稱。", "完。"]) == "名稱。完。"
    assert len(fitting(["a" * 300, long])) == 160
    assert fitting(["", ""]) == ""


@pytest.mark.usefixtures("one")
def test_other_sites_can_show_a_page(client: Client) -> None:
    english, chinese = head(client, "/operations/one/"), head(client, "/zh-hant/operations/one/")
    assert content(english, "og:url") == "http://testserver/operations/one/"
    assert content(english, "og:type") == "website"
    assert content(english, "og:site_name") == "Enforcement operation tracker"
    assert content(english, "og:locale") == content(chinese, "og:locale:alternate") == "en_GB"
    assert content(chinese, "og:locale") == content(english, "og:locale:alternate") == "zh_HK"
    assert content(english, "twitter:card") == "summary_large_image"
    card = content(english, "og:image")
    assert card == "http://testserver/static/operations/site/card.png"
    picture = client.get(card.removeprefix("http://testserver")).getvalue()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 60_000


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/operations/?year=2021&group=14k&year=2020", "?year=2020&year=2021&group=14k"),
        ("/operations/?group=14k&sort=-date&page=1", "?group=14k"),
        ("/operations/?page=1", ""),
        ("/operations/", ""),
    ],
)
@pytest.mark.usefixtures("one")
def test_one_query_has_one_address(client: Client, asked: str, canonical: str) -> None:
    for prefix in ("", "/zh-hant"):
        html = head(client, prefix + asked)
        assert link(html, "canonical") == f"http://testserver{prefix}/operations/{canonical}"


def test_a_further_page_of_a_list_is_a_page_of_its_own(client: Client) -> None:
    for number in range(26):
        published(f"op-{number}")
    html = head(client, "/operations/?page=2")
    assert link(html, "canonical") == "http://testserver/operations/?page=2"


@override_settings(SITE_URL="https://tracker.example.org")
@pytest.mark.usefixtures("one")
def test_each_language_names_the_same_page_in_both(client: Client) -> None:
    expected = {
        "en": "https://tracker.example.org/operations/?group=14k",
        "zh-Hant-HK": "https://tracker.example.org/zh-hant/operations/?group=14k",
        "x-default": "https://tracker.example.org/operations/?group=14k",
    }
    for address in ("/operations/?group=14k", "/zh-hant/operations/?group=14k"):
        html = head(client, address)
        assert dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', html)) == expected


@pytest.mark.usefixtures("one")
def test_search_engines_are_kept_from_endless_lists_and_from_superseded_numbers(
    client: Client,
) -> None:
    for address in PAGES:
        hidden = "noindex" in head(client, address)
        assert hidden == (address == "/operations/one/editions/1/"), address
    assert "noindex" in head(client, "/operations/?group=14k&year=2020")
    assert "noindex" in head(client, "/operations/?year=2021&year=2020")
    for refused in ("/nothing/", "/operations/?nope=1", "/about/?nope=1"):
        html = client.get(refused).text
        assert '<meta name="robots" content="noindex' in html
        assert "og:" not in html.partition("</head>")[0]


@pytest.mark.usefixtures("one")
def test_the_whole_record_is_a_dataset(client: Client) -> None:
    for address in ("/", "/operations/"):
        data = structured(head(client, address))
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == "Dataset"
        assert data["@id"] == "http://testserver/#dataset"
        assert 50 <= len(data["description"]) <= 5000
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert data["isAccessibleForFree"] is True
        assert data["temporalCoverage"] == "2020-01-01/2020-02-03"
        assert data["spatialCoverage"] == {"@type": "Place", "name": "Hong Kong"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", data["dateModified"])
        assert data["creator"]["@type"] == "Organization"
        for file in data["distribution"]:
            assert file["@type"] == "DataDownload"
            path = file["contentUrl"].removeprefix("http://testserver")
            answer = client.get(path)
            assert answer.status_code == 200
            assert answer["Content-Type"].startswith(file["encodingFormat"])


def test_an_empty_record_covers_no_time(client: Client) -> None:
    data = structured(head(client, "/"))
    assert "temporalCoverage" not in data
    assert "dateModified" not in data


@pytest.mark.usefixtures("one")
def test_a_list_that_is_narrowed_is_not_called_the_whole_record(client: Client) -> None:
    assert "ld+json" not in head(client, "/operations/?group=14k")


@pytest.mark.usefixtures("one")
def test_an_operation_is_an_event_in_both_languages(client: Client) -> None:
    english = structured(head(client, "/operations/one/"))
    assert english["@type"] == "Event"
    assert (english["name"], english["alternateName"]) == ("Operation One", ["第一行動"])
    assert (english["startDate"], english["endDate"]) == ("2020-01-01", "2020-02-03")
    assert english["location"] == [{"@type": "Place", "name": "Hong Kong"}]
    assert english["organizer"] == [
        {
            "@type": "GovernmentOrganization",
            "name": "Hong Kong Police Force",
            "alternateName": ["香港警務處"],
        }
    ]
    assert english["subjectOf"]["contentUrl"] == "http://testserver/operations/one.json"
    chinese = structured(head(client, "/zh-hant/operations/one/"))
    assert (chinese["name"], chinese["alternateName"]) == ("第一行動", ["Operation One"])
    assert chinese["@id"] == english["@id"]
    text = json.dumps([english, chinese])
    assert not re.search(r"Person|performer|attendee|eventStatus|offers", text)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2020-03-04", "2020-03-04", "2020-03-04"),
        ("2020-03", "2020-03", "2020-03"),
        ("2020-03-04/..", "2020-03-04", None),
        ("2020-03-04/", "2020-03-04", None),
        ("/2020-03-04", None, "2020-03-04"),
        ("202X", None, None),
        ("2020~", None, None),
        ("2020-03-04?/2020-05", None, "2020-05"),
        ("", None, None),
    ],
)
def test_an_event_has_only_the_days_that_sources_state(
    client: Client, edtf: str, start: str | None, end: str | None
) -> None:
    published("one", edtf=edtf)
    data = structured(head(client, "/operations/one/"))
    assert (data.get("startDate"), data.get("endDate")) == (start, end)


def test_days_that_were_worked_out_are_not_given_to_programs(client: Client) -> None:
    published("one", edtf="2020-03-04", edtf_derived=True)
    assert "startDate" not in structured(head(client, "/operations/one/"))


def test_no_name_can_end_the_block_of_data(client: Client) -> None:
    name = '</script><script>alert("1")</script> & <!--'
    published("one", name_en=name)
    html = client.get("/operations/one/").text
    assert html.count("<script") == html.count("</script>") == 1
    assert structured(head(client, "/operations/one/"))["name"] == name


@pytest.mark.usefixtures("one")
def test_the_block_of_data_is_under_the_strict_policy(client: Client) -> None:
    policy = client.get("/operations/one/")["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'self'" in policy
