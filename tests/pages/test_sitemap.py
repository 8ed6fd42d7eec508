"""What programs look for at fixed addresses."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from operations import publishing
from operations.models import Group
from operations.pages import sitemaps
from tests.factories import published, term

pytestmark = pytest.mark.django_db

SITE = override_settings(SITE_URL="https://tracker.example.org")


def locations(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>(.*?)</loc>", response.text)


@SITE
def test_every_page_that_is_named_answers_under_the_address_of_the_site(client: Client) -> None:
    term(Group, "14k")
    published("one")
    sections = locations(client, "/sitemap.xml")
    assert len(sections) == 4
    found = [
        page
        for section in sections
        for page in locations(client, section.removeprefix("https://tracker.example.org"))
    ]
    assert len(found) == len(set(found))
    for page in found:
        path = page.removeprefix("https://tracker.example.org")
        assert path != page
        assert client.get(path).status_code == 200, page
    for expected in ("/", "/zh-hant/about/", "/operations/one/", "/terms/group/14k/"):
        assert f"https://tracker.example.org{expected}" in found


def test_each_page_is_named_in_both_languages_with_the_day_of_its_edition(client: Client) -> None:
    published("one")
    text = client.get("/sitemap-operations.xml").text
    assert f"<lastmod>{timezone.localdate().isoformat()}</lastmod>" in text
    assert (
        '<xhtml:link rel="alternate" hreflang="zh-hant"'
        ' href="http://testserver/zh-hant/operations/one/"/>'
    ) in text
    assert 'hreflang="x-default" href="http://testserver/operations/one/"' in text


def test_what_was_withdrawn_is_not_offered(client: Client) -> None:
    made = published("one")
    publishing.withdraw(made, by=None, reason="out", withdrawal_class="unreliable")
    assert locations(client, "/sitemap-operations.xml") == []


def test_a_long_section_has_further_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps.Operations, "limit", 4)
    for number in range(5):
        published(f"op-{number}")
    pages = [page for page in locations(client, "/sitemap.xml") if "operations" in page]
    assert pages == [
        "http://testserver/sitemap-operations.xml",
        "http://testserver/sitemap-operations.xml?p=2",
        "http://testserver/sitemap-operations.xml?p=3",
    ]
    assert len(locations(client, "/sitemap-operations.xml?p=3")) == 2


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-nothing.xml",
        "/sitemap-operations.xml?p=2",
        "/sitemap-operations.xml?p=0",
        "/sitemap-operations.xml?p=x",
        "/sitemap-operations.xml?p=%00",
    ],
)
def test_there_is_no_other_sitemap(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@SITE
def test_robots_may_read_pages_and_find_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Disallow: /" not in lines
    assert lines[-1] == "Sitemap: https://tracker.example.org/sitemap.xml"


def test_the_icon_is_our_own(client: Client) -> None:
    response = client.get("/favicon.ico", follow=True)
    assert response.getvalue().startswith(b"\x00\x00\x01\x00\x01\x00")
    page = client.get("/").text
    for address in re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', page):
        assert address.startswith("/static/operations/site/")
        assert client.get(address).getvalue()


@override_settings(CONTACT="mailto:editors@example.org")
@SITE
def test_who_finds_a_hole_learns_where_to_write(client: Client) -> None:
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert fields["Contact"] == "mailto:editors@example.org"
    assert fields["Canonical"] == "https://tracker.example.org/.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert timedelta(days=90) < left < timedelta(days=365)


@override_settings(CONTACT="")
def test_nobody_is_named_where_nobody_answers(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/sitemap-pages.xml", "/robots.txt", "/favicon.ico"]
)
def test_these_can_only_be_read(address: str) -> None:
    assert Client(enforce_csrf_checks=True).post(address).status_code == 405
