"""A fetched page, decoded and parsed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
from lxml import html
from lxml.etree import LxmlError

from operations.sources.fetching import Fetched
from operations.sources.fetching.kinds import HTML

# Longer pages are read as far as this: nobody's article is longer.
MOST = 3 * 1024 * 1024
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
# What servers call these is a part of what they send.
WIDER = {"big5": "big5hkscs", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252"}
MOST_DATA = 50


@dataclass(frozen=True)
class Page:
    """An HTML page; ``url`` is where it was found in the end."""

    url: str
    markup: str

    @cached_property
    def tree(self) -> html.HtmlElement | None:
        """Nothing for a page that holds nothing."""
        try:
            return html.fromstring(self.markup)
        except (LxmlError, ValueError):
            return None

    def meta(self, *names: str) -> str:
        """The first of the ``meta`` elements with these names that says something."""
        for name in names:
            for attribute in ("property", "name", "itemprop"):
                for found in self.all(f"//meta[@{attribute}=$name]/@content", name=name):
                    if text := squeezed(str(found)):
                        return text
        return ""

    def all(self, path: str, **variables: str) -> list[Any]:
        found = [] if self.tree is None else self.tree.xpath(path, **variables)
        return found if isinstance(found, list) else [found]

    @cached_property
    def data(self) -> list[dict[str, Any]]:
        """Objects of JSON-LD, those inside ``@graph`` and lists included."""
        return [each for text in self.scripts() for each in objects(text)][:MOST_DATA]

    def scripts(self) -> Iterator[str]:
        for element in self.all("//script[@type='application/ld+json']")[:MOST_DATA]:
            yield element.text or ""


def objects(text: str) -> Iterator[dict[str, Any]]:
    try:
        value = orjson.loads(text.strip())
    except ValueError:
        return
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            yield from (
                (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()
            )


def open_page(fetched: Fetched) -> Page | None:
    """The page, when what was read is HTML."""
    if not fetched.was_read or fetched.kind != HTML:
        return None
    return Page(fetched.final, decoded(fetched.body[:MOST], fetched.charset))


def decoded(body: bytes, charset: str) -> str:
    """Text by the server's word, the page's own, or UTF-8; unreadable bytes are marked."""
    declared = META.search(body[:4096])
    for name in (charset, declared[1].decode() if declared else "", "utf-8"):
        try:
            codec = codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
        try:
            text = body.decode(WIDER.get(codec, codec), "replace")
        except (LookupError, UnicodeError):
            continue
        return XML.sub("", text.lstrip("\ufeff")).replace("\0", "")
    return body.decode("utf-8", "replace").replace("\0", "")


def squeezed(text: str) -> str:
    """On one line, without signs that are not seen."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
