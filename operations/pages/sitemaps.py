"""``/sitemap.xml``: every page that stands for one thing, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.contrib.sitemaps.views import sitemap as one_of
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from operations.document.sources import public_sources
from operations.exports.addresses import absolute
from operations.models import VOCABULARIES, Edition

from .answers import page

# Far below the fifty thousand that are allowed: each item is there in two languages.
MOST = 5_000
STANDING = (
    *("home", "operations", "totals", "outcomes", "charts", "vocabularies", "sources"),
    *("context", "corrections", "codebook", "data", "about"),
)


class Site:
    """What Django asks for the name of the site: that of ``SITE_URL``, whoever asked."""

    @property
    def domain(self) -> str:
        return settings.SITE_URL.partition("://")[2]


class Pages(Sitemap[Any]):
    """Items are pairs of an address's name and its arguments, with the time of a change."""

    i18n = True
    alternates = True
    x_default = True
    limit = MOST

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        return super().get_urls(page, cast(Any, Site()), settings.SITE_URL.partition("://")[0])


class Standing(Pages):
    """Pages that are always there."""

    def items(self) -> list[tuple[str, tuple[str, ...]]]:
        lists = [("vocabulary", (vocabulary,)) for vocabulary in VOCABULARIES]
        return [*((name, ()) for name in STANDING), *lists]

    def location(self, item: tuple[str, tuple[str, ...]]) -> str:
        return reverse(item[0], args=item[1])


class Operations(Pages):
    """What is public now; ids that were withdrawn or merged are not offered."""

    def items(self) -> Any:
        return Edition.objects.public().order_by("code").values_list("code", "valid_from")

    def location(self, item: tuple[str, datetime]) -> str:
        return reverse("operation", args=[item[0]])

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        return item[1]


class Terms(Pages):
    def items(self) -> list[tuple[str, str]]:
        return [
            (vocabulary, code)
            for vocabulary, model in VOCABULARIES.items()
            for code in model._default_manager.order_by("code").values_list("code", flat=True)
        ]

    def location(self, item: tuple[str, str]) -> str:
        return reverse("term", args=item)


class Sources(Pages):
    def items(self) -> Iterable[str]:
        return public_sources().order_by("code").values_list("code", flat=True)

    def location(self, item: str) -> str:
        return reverse("source", args=[item])


SECTIONS: dict[str, type[Pages]] = {
    "pages": Standing,
    "operations": Operations,
    "terms": Terms,
    "sources": Sources,
}


@page
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Each section, and each further page of a long one."""
    addresses = [
        absolute(reverse("sitemap-section", args=[section]))
        + (f"?p={number}" if number > 1 else "")
        for section, sitemap in SECTIONS.items()
        for number in sitemap().paginator.page_range
    ]
    items = [SitemapIndexItem(location=address) for address in addresses]
    return render(request, "sitemap_index.xml", {"sitemaps": items}, "application/xml")


@page
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return one_of(request, SECTIONS, section=section)  # type: ignore[arg-type]
