"""The front page, the method, and what every page carries."""

from __future__ import annotations

import html
import re

import pytest
from django.http import QueryDict
from django.test import Client

from tests.factories import published

from .addresses import is_file, public_addresses
from .reading import ids, read, text

pytestmark = pytest.mark.django_db


def test_the_front_page_shows_the_latest_and_the_way_out(client: Client) -> None:
    for year in range(2010, 2018):
        published(f"in-{year}", edtf=str(year))
    page = client.get("/")
    assert ids(page) == [f"in-{year}" for year in range(2017, 2011, -1)]
    assert "All 8 operations" in text(page)
    assert 'href="/operations.json"' in page.text
    assert 'href="/figures.json"' in page.text


def test_an_empty_record_says_so(client: Client) -> None:
    assert "Nothing has been published yet." in read(client, "/")
    assert "No published operation fits" in read(client, "/operations/")


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_the_part_of_the_site_that_is_shown_is_marked(client: Client, prefix: str) -> None:
    published("one")
    for address, current in (
        ("/operations/", "page"),
        ("/operations/?year=2020", "page"),
        ("/operations/one/", "true"),
        ("/totals/outcomes/", "true"),
        ("/terms/group/", "true"),
    ):
        page = client.get(prefix + address).text
        top = "/".join(address.split("/")[:2])
        assert f'<a href="{prefix}{top}/" aria-current="{current}">' in page, address
        assert page.partition("</header>")[0].count("aria-current=") == 1
    assert "aria-current" not in client.get(f"{prefix}/").text.partition("</header>")[0]


def test_the_method_says_until_when_and_how_to_ask(client: Client) -> None:
    words = read(client, "/about/")
    for expected in ("22 November 2026", "section 129", "three kinds of nothing", "removal", "MIT"):
        assert expected in words
    assert 'id="removal"' in client.get("/about/").text


def test_every_page_is_whole_html_without_inline_code_or_outside_requests(client: Client) -> None:
    published("one")
    titles = set()
    for address in public_addresses("one"):
        if is_file(address):
            continue
        page = client.get(address).text
        assert page.startswith("<!doctype html>")
        # Structured data is a block of data: no browser runs it.
        code = page.replace('<script type="application/ld+json">', "")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", code), address
        assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == [
            "/static/operations/site.css"
        ]
        assert not re.search(r'<(?:img|iframe|link[^>]+stylesheet)[^>]+(?:src|href)="http', page)
        assert page.count("<h1") == page.count("<main") == page.count("<title>") == 1
        assert re.search(r'<meta name="description" content="[^"]{20,}', page), address
        assert 'href="#main"' in page
        titles.add(re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1])  # type: ignore[index]
    # English and Chinese share theirs until the catalogue is there; otherwise each is its own.
    assert len(titles) >= 15


def test_readers_get_no_cookie_and_one_answer_for_all(client: Client) -> None:
    published("one")
    for address in public_addresses("one"):
        response = client.get(address, headers={"accept-language": "zh-hant"})
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address
        assert "Accept-Language" not in response.get("Vary", ""), address
        # A picture that is opened by itself needs nothing at all.
        sources = "'none'" if address.endswith(".svg") else "'self'"
        assert f"default-src {sources}" in response["Content-Security-Policy"]


def test_every_link_of_every_page_leads_somewhere(client: Client) -> None:
    """Queries are tried once for each set of parameters, and not followed: they multiply."""
    published("one")
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        path, _mark, query = address.partition("?")
        kind = (path, frozenset(QueryDict(query)))
        if kind in seen or not path.startswith("/") or path.startswith("/static/"):
            continue
        seen.add(kind)
        response = client.get(address)
        assert response.status_code == 200, address
        if response["Content-Type"].startswith("text/html") and not query:
            found = re.findall(r'href="([^"#]*)', response.text)
            waiting += [html.unescape(link) for link in found if link]
    reached = {path for path, _names in seen}
    assert {"/operations/one/", "/operations/one.json", "/sources/", "/about/"} <= reached
