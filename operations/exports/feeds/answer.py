"""A page of a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from operations import wording
from operations.exports.addresses import absolute, absolute_address
from operations.exports.licence import LICENCE_URL

from .atom import Feed, Link

ENTRIES = 100
XML_FORBIDDEN = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"
)


@dataclass(frozen=True)
class About:
    """A feed: the name of its address, its words, and the page that shows the same."""

    name: str
    title: str
    subtitle: str
    page: str


def feed(query: QueryDict, page: Page[Any], about: About) -> Feed:
    """One page of a feed, without entries yet."""
    address = absolute(reverse(about.name))
    return Feed(
        title=about.title,
        link=about.page,
        description="",
        subtitle=clean(about.subtitle),
        language="en",
        author_name=_("Enforcement operation tracker"),
        author_link=absolute_address("home", language="en"),
        feed_url=numbered(address, query, page.number),
        feed_guid=numbered(address, query, 1),
        feed_copyright=LICENCE_URL,
        links=list(pages(address, query, page)),
    )


def pages(address: str, query: QueryDict, page: Page[Any]) -> Iterator[Link]:
    """The other pages; each is as long as the first, the last one is the oldest."""
    last = page.paginator.num_pages
    if last == 1:
        return
    around = {"first": 1, "last": last}
    if page.has_previous():
        around["previous"] = page.previous_page_number()
    if page.has_next():
        around["next"] = page.next_page_number()
    for relation, number in around.items():
        yield {
            "rel": relation,
            "type": "application/atom+xml",
            "href": numbered(address, query, number),
        }


def numbered(address: str, query: QueryDict, number: int) -> str:
    """The whole address of one page; the first needs no number."""
    rest = query.copy()
    rest.pop("page", None)
    for name, values in list(rest.lists()):
        rest.setlist(name, [value for value in values if value])
    if number > 1:
        rest["page"] = str(number)
    text = rest.urlencode()
    return f"{address}?{text}" if text else address


def link(relation: str, address: str, media_type: str, **more: str) -> Link:
    return {"rel": relation, "href": address, "type": media_type, **more}


def in_both(say: Callable[[], str]) -> str:
    """What ``say`` answers as HTML, a paragraph in each language."""
    said = wording.in_each_language(say)
    marked = ((wording.HTML_LANGUAGES[key], text) for key, text in said.items())
    return clean(format_html_join("", '<p lang="{}">{}</p>', marked))


def clean(text: str) -> str:
    """Without what XML cannot hold, however escaped."""
    return text.translate(XML_FORBIDDEN)


def answer(written: Feed) -> HttpResponse:
    return HttpResponse(written.writeString("utf-8"), content_type=written.content_type)
