"""Pages of pictures, and what other sites may show in a frame."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from operations import publishing
from tests.factories import place, published

from .reading import read

pytestmark = pytest.mark.django_db

LISTS = ("timeline", "years", "arrests", "districts", "tiers")
# How many queries each address costs, whatever the number of operations.
BASELINES = {
    "/charts/": 3,
    "/charts/timeline/": 2,
    "/charts/years/": 3,
    "/charts/arrests/": 5,
    "/charts/districts/": 3,
    "/charts/tiers/": 1,
    "/charts/timeline.csv": 2,
    "/charts/arrests.svg": 6,
    "/operations/op-0/charts/outcomes/": 1,
    "/operations/op-0/charts/breakdown/": 1,
}


def record(first: int, last: int) -> None:
    for number in range(first, last):
        published(f"op-{number}", edtf=f"{2000 + number % 20}-03", places=[place()])


def test_the_pictures_are_listed_and_keep_the_query(client: Client) -> None:
    published("op", edtf="2020", kind="anti_triad")
    page = client.get("/charts/?kind=anti_triad").text
    for name in LISTS:
        query = "" if name == "tiers" else "?kind=anti_triad"
        assert f'href="/charts/{name}/{query}"' in page
    assert 'href="/operations/?kind=anti_triad"' in page


def test_the_list_and_the_navigation_lead_to_the_pictures(client: Client) -> None:
    published("op", edtf="2020")
    assert 'href="/charts/?year=2020"' in client.get("/operations/?year=2020").text
    assert 'href="/charts/"' in client.get("/about/").text
    assert "<svg" not in client.get("/operations/").text


@pytest.mark.parametrize("name", LISTS)
def test_a_page_has_picture_table_files_and_frame(client: Client, name: str) -> None:
    record(0, 1)
    query = "" if name == "tiers" else "?year=2000"
    page = client.get(f"/charts/{name}/{query}")
    assert page.status_code == 200
    assert f'href="/charts/{name}.svg{query}"' in page.text
    assert f'href="/charts/{name}.csv{query}"' in page.text
    [frame] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.text, re.DOTALL)
    assert f'src="http://testserver/charts/{name}/embed/{query}"' in unescape(frame)
    assert "style=" not in page.text
    if name != "tiers":
        assert 'aria-labelledby="' in page.text
        assert '<table class="chart-table">' in page.text


def test_a_picture_names_itself_to_those_who_do_not_see_it(client: Client) -> None:
    record(0, 1)
    page = client.get("/charts/years/").text
    assert 'role="img"' in page
    assert 'aria-labelledby="years-title years-desc"' in page
    assert '<title id="years-title">Operations by the year they began</title>' in page
    assert '<desc id="years-desc">1 operation with a date' in page


@pytest.mark.parametrize(
    "path", ["/charts/years/embed/", "/operations/op-0/charts/outcomes/embed/"]
)
def test_only_a_page_made_for_it_may_stand_in_a_frame(client: Client, path: str) -> None:
    record(0, 1)
    embedded = client.get(path)
    assert embedded.status_code == 200
    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "default-src 'self'" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    whole = client.get(path.removesuffix("embed/"))
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"


def test_a_frame_sets_no_cookie_and_its_links_leave_it(client: Client) -> None:
    record(0, 1)
    page = client.get("/charts/timeline/embed/")
    assert not page.cookies
    links = re.findall(r"<a [^>]*>", page.text)
    assert len(links) == 3
    assert all('target="_top"' in link and "noopener" in link for link in links)
    assert 'href="http://testserver/charts/timeline/"' in page.text


def test_a_frame_is_in_the_language_of_its_address(client: Client) -> None:
    record(0, 1)
    page = client.get("/zh-hant/charts/timeline/embed/").text
    assert '<html lang="zh-Hant-HK"' in page
    assert 'href="/zh-hant/operations/op-0/"' in page


def test_a_frame_of_something_withdrawn_says_why_in_few_words(client: Client) -> None:
    made = published("gone", name_en="Gone raid")
    publishing.withdraw(made, by=None, withdrawal_class="privacy", reason="Harm.")
    response = client.get("/operations/gone/charts/outcomes/embed/")
    assert response.status_code == 410
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "Gone raid" not in response.text
    assert "This was taken off the record" in response.text
    assert "<nav" not in response.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/charts/nope/", 404),
        ("/charts/nope/embed/", 404),
        ("/charts/timeline/?yaer=2020", 400),
        ("/charts/timeline/embed/?yaer=2020", 400),
        ("/charts/timeline/?page=2", 400),
        ("/charts/?yaer=2020", 400),
        ("/operations/op-0/charts/nope/", 404),
        ("/operations/op-0/charts/outcomes/?year=2020", 400),
        ("/operations/op-0/charts/outcomes/embed/?year=2020", 400),
        ("/operations/nobody/charts/outcomes/", 404),
        ("/operations/nobody/charts/outcomes/embed/", 404),
    ],
)
def test_what_cannot_be_answered_says_so(client: Client, path: str, status: int) -> None:
    record(0, 1)
    assert client.get(path).status_code == status


def test_an_empty_choice_of_a_form_is_left_out_of_the_address(client: Client) -> None:
    response = client.get("/charts/timeline/?year=&kind=anti_triad")
    assert response.status_code == 302
    assert response["Location"] == "/charts/timeline/?kind=anti_triad"


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/charts/timeline/").status_code == 405
    assert client.post("/charts/timeline/embed/").status_code == 405
    assert client.post("/charts/timeline.svg").status_code == 405
    assert client.head("/charts/timeline.svg").status_code == 200


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for first, last in ((0, 3), (3, 30)):
        record(first, last)
        for address, number in BASELINES.items():
            with django_assert_num_queries(number):
                assert client.get(address).getvalue()


def test_the_pages_read_well(client: Client) -> None:
    record(0, 2)
    text = read(client, "/charts/timeline/")
    assert "Operation op-1 March 2001 Operation op-0 March 2000" in text
