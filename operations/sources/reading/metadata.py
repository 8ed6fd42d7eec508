"""What a page says about itself, as proposals for the fields of a source."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date

from operations.address_key import address_key, plain_host
from operations.codes import SourceKind
from operations.models import Source
from operations.models.base import NAME_LENGTH, URL_LENGTH
from operations.sources.fetching import Fetched

from .hosts import kind_of
from .languages import language_of
from .page import Page, open_page, squeezed

TITLE_LENGTH = 500
EARLIEST = "1990-01-01"
NEWS = {"NewsArticle", "ReportageNewsArticle", "LiveBlogPosting"}
ARTICLES = NEWS | {"Article", "BlogPosting", "WebPage", "Report"}
# “Title | The Daily”: what stands behind the last of these is the site.
BEHIND = re.compile(r"\s+[|–—-]\s+([^|–—]{2,60})\Z")


def describe_page(fetched: Fetched) -> dict[str, str]:
    """Proposals by field: title, publisher, published, language, kind, url. Nothing is guessed."""
    page = open_page(fetched)
    address = fetched.moved_to or fetched.url
    host = plain_host(urlsplit(fetched.final).hostname or "")
    title = title_of(page) if page else ""
    found = {
        "title": title[:TITLE_LENGTH],
        "publisher": (usual_publisher(host) or (publisher_of(page) if page else ""))[:NAME_LENGTH],
        "published": published_on(page) if page else "",
        "language": language_of(*tongue(page, title)) if page else "",
        "kind": kind_of(fetched.final, title) or (kind_said(page) if page else ""),
        "url": canonical(page, address) if page else address,
    }
    return {field: value for field, value in found.items() if value}


def title_of(page: Page) -> str:
    if said := page.meta("og:title", "twitter:title"):
        return said
    for each in articles(page):
        if headline := text_of(each.get("headline")):
            return headline
    for path in ("//title", "//h1"):
        for element in page.all(path)[:1]:
            if title := squeezed(element.text_content()):
                return without_site(title, page)
    return ""


def without_site(title: str, page: Page) -> str:
    behind = BEHIND.search(title)
    if not behind:
        return title
    site = publisher_of(page).casefold()
    same = site and (behind[1].casefold() in site or site in behind[1].casefold())
    return title[: behind.start()].rstrip() if same else title


def publisher_of(page: Page) -> str:
    if said := page.meta("og:site_name"):
        return said
    for each in articles(page):
        publisher = each.get("publisher")
        for one in publisher if isinstance(publisher, list) else [publisher]:
            name = text_of(one.get("name") if isinstance(one, dict) else one)
            if name and not name.startswith("http"):
                return name
    return page.meta("publisher", "dc.publisher", "application-name")


def usual_publisher(host: str) -> str:
    """As editors wrote it for the last source of the same host, so that one name is one name."""
    if not host:
        return ""
    same = Source.objects.filter(url_key__startswith=host).order_by("-pk")
    rows = same.values_list("url_key", "publisher", "original_publisher")[:50]
    names = [name for key, name, original in rows if key.split("/")[0] == host and not original]
    return max(names, key=names.count, default="")


def published_on(page: Page) -> str:
    """The day it was first published, by the library that knows the ways of saying so."""
    for each in articles(page):
        if day := day_of(text_of(each.get("datePublished"))):
            return day
    if day := day_of(page.meta("article:published_time", "datePublished", "dc.date")):
        return day
    if page.tree is None:
        return ""
    found = find_date(
        page.markup[: 500 * 1024],
        original_date=True,
        extensive_search=False,
        url=page.url,
        min_date=EARLIEST,
    )
    return day_of(found) if found and is_said(found, page.markup) else ""


def is_said(day: str, markup: str) -> bool:
    """The library fills a missing day with the first: believed only when the page says so."""
    year, month, number = day.split("-")
    if number != "01":
        return True
    figures = rf"{year}\D{{1,3}}0?{int(month)}\D{{1,3}}0?1(?!\d)|{year}{month}01"
    words = rf"\b0?1(st)?\s+\w+,?\s+{year}|\w+\s+0?1(st)?,?\s+{year}"
    return bool(re.search(f"{figures}|{words}", markup))


def day_of(text: str) -> str:
    """The day in front of a time, when it is one, and not in the future."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return ""
    return day.isoformat() if EARLIEST <= day.isoformat() <= date.today().isoformat() else ""  # noqa: DTZ011 - a day abroad


def tongue(page: Page, title: str) -> tuple[str, str]:
    """The tag of its language, and text to tell the two Chinese scripts apart."""
    tags = [str(each) for each in page.all("//html/@lang|//html/@xml:lang")]
    said = [*tags, page.meta("og:locale"), *(text_of(one.get("inLanguage")) for one in page.data)]
    tag = next((each for each in said if each), "")
    sample = title + " ".join(str(each) for each in page.all("//p//text()")[:20])
    return tag, sample[:2000]


def kind_said(page: Page) -> str:
    return SourceKind.NEWS_REPORT if any(types(each) & NEWS for each in page.data) else ""


def canonical(page: Page, address: str) -> str:
    """The address that the page calls its own, on its own site; else where it moved to."""
    for said in (*page.all("//link[@rel='canonical']/@href"), page.meta("og:url")):
        try:
            url = urljoin(page.url, str(said).strip())
        except ValueError:
            continue
        is_front = not is_deep(url) and is_deep(page.url)
        if same_site(url, page.url) and not is_front and len(url) <= URL_LENGTH:
            return url
    return address[:URL_LENGTH]


def is_deep(url: str) -> bool:
    """Whether it is more than the front page of a site."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def same_site(one: str, other: str) -> bool:
    hosts = [address_key(url).split("/")[0].split("?")[0] for url in (one, other)]
    return bool(hosts[0]) and hosts[0] == hosts[1]


def articles(page: Page) -> list[dict[str, Any]]:
    """The objects that describe the page, news first."""
    found = [each for each in page.data if types(each) & ARTICLES]
    return sorted(found, key=lambda each: not types(each) & NEWS)


def types(each: dict[str, Any]) -> set[str]:
    said = each.get("@type")
    return {str(one) for one in (said if isinstance(said, list) else [said])}


def text_of(value: Any) -> str:
    return squeezed(value) if isinstance(value, str) else ""
