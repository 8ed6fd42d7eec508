"""Every link from one page of the site to another leads somewhere, with its fragment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.browser.visits import CHINESE, ENGLISH, EVERY, Visit

LINKS = {"a": "href", "link": "href", "img": "src", "iframe": "src"}
Shape = tuple[str, frozenset[str]]


class Reading(HTMLParser):
    """The links and the ids of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        address = found.get(LINKS.get(tag, ""))
        if address is not None:
            self.links.append(address)


def shape(address: str) -> Shape:
    """Path and names of parameters: a facet's choices all have one shape.

    A list is the same page whatever it was filtered by, so the choices are not tried one by
    one here; that is for the tests of facets.
    """
    parts = urlsplit(address)
    return parts.path, frozenset(parse_qs(parts.query, keep_blank_values=True))


CHINESE_ONES = [visit for visit in EVERY if visit.address.startswith(f"{CHINESE}/")]
# Pages that refuse link to themselves: to their content and to their other language.
REFUSED = {shape(visit.address) for visit in EVERY if visit.status >= 400}


@dataclass(frozen=True)
class Link:
    """A link as it stands on a page of this site, to another address of this site."""

    page: str
    address: str

    @property
    def shape(self) -> Shape:
        return shape(self.address)

    @property
    def kind(self) -> Shape:
        """The same with the name of the view, where one answers, in place of the path."""
        path, parameters = self.shape
        try:
            return resolve(path.removeprefix(CHINESE)).view_name, parameters
        except Resolver404:
            return path, parameters

    @property
    def fragment(self) -> str:
        return urlsplit(self.address).fragment


class Site:
    """The site over one connection, each address asked once."""

    def __init__(self, origin: str, connection: HTTPConnection) -> None:
        self.origin = origin
        self.connection = connection
        self.read: dict[str, tuple[int, str]] = {}

    def get(self, address: str) -> tuple[int, str]:
        """Status and text; a redirect is followed."""
        if address not in self.read:
            self.connection.request("GET", quote(address, safe="/?&=%+:,;@~*-._!$'()"))
            answer = self.connection.getresponse()
            body = answer.read()
            onward = answer.headers.get("Location", "")
            if answer.status in {301, 302, 308} and onward:
                self.read[address] = self.get(urljoin(address, onward))
            else:
                is_page = answer.headers.get_content_type() == "text/html"
                self.read[address] = answer.status, body.decode() if is_page else ""
        return self.read[address]

    def links(self, visit: Visit) -> Iterator[Link]:
        """The links of a page to others of this site, made absolute, each once."""
        status, html = self.get(visit.address)
        assert status == visit.status
        for written in dict.fromkeys(Reading(html).links):
            absolute = urljoin(self.origin + visit.address, written)
            if absolute.startswith(f"{self.origin}/"):
                yield Link(visit.address, absolute.removeprefix(self.origin))


def test_every_link_on_english_pages_leads_somewhere(base_url: str) -> None:
    assert_sound(base_url, ENGLISH, lambda link: (link.shape, link.fragment))


def test_one_link_of_each_kind_on_chinese_pages_leads_somewhere(base_url: str) -> None:
    """The templates are those of the English pages, so one of a kind stands for the others."""
    assert_sound(base_url, CHINESE_ONES, lambda link: (link.kind, bool(link.fragment)))


def assert_sound(origin: str, visits: list[Visit], key: Callable[[Link], object]) -> None:
    """The links of these pages lead somewhere; of those with one key the first is tried."""
    with closing(HTTPConnection(urlsplit(origin).netloc)) as connection:
        site = Site(origin, connection)
        links: dict[object, Link] = {}
        for link in (link for visit in visits for link in site.links(visit)):
            if link.shape not in REFUSED:
                links.setdefault(key(link), link)
        broken = [
            f"{link.page} links to {link.address}: {fault}"
            for link in links.values()
            if (fault := fault_of(link, site))
        ]
    assert broken == [], "\n".join(broken)


def fault_of(link: Link, site: Site) -> str:
    """Why a link leads nowhere, or nothing."""
    address, _, fragment = link.address.partition("#")
    status, html = site.get(address)
    if status != 200:
        return f"answers {status}"
    if fragment and fragment not in Reading(html).ids:
        return f"has no #{fragment}"
    return ""
