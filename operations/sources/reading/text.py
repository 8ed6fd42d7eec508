"""The main text of a page as hashes of its paragraphs, to notice when it is reworded.

The rule. Of the article (``articleBody``, ``article``, ``main``, else the whole page) every
paragraph, line or cell counts that is long enough to say something and is not mostly links.
Scripts, navigation, forms, frames, asides and boxes named as adverts or teasers do not count.
Letter case, spacing and width do not matter. The text has changed when a paragraph is gone,
reworded or new.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from lxml.etree import iterwalk

from operations.sources.fetching import Fetched

from .page import Page, open_page

SHORTEST = 40
MOST_PARAGRAPHS = 500
ENOUGH = 200  # characters that make an article of an element
HAN = re.compile(r"[\u3400-\u9fff]")
SCOPES = (
    "//*[@itemprop='articleBody']",
    "//article",
    "//main|//*[@role='main']",
    "//body",
)
UNREAD = {
    *("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form"),
    *("iframe", "object", "svg", "button", "select", "figure", "audio", "video", "canvas"),
}
INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "time", "u", "wbr"),
}
SIDELINE = re.compile(
    r"(^|[\s_-])(ads?|adverts?|advertisement|banner|breadcrumbs?|comments?|cookies?|newsletter"
    r"|popular|promo|recommend\w*|related|share|sharing|sidebar|social|sponsor\w*|subscribe"
    r"|teasers?|trending|widget)($|[\s_-])",
    re.IGNORECASE,
)
ROLES = {"navigation", "banner", "complementary", "contentinfo", "search", "form"}


def paragraphs(fetched: Fetched) -> list[str]:
    """Hashes of the paragraphs in their order; of a paper (PDF), of the whole."""
    if not fetched.was_read:
        return []
    page = open_page(fetched)
    if page is not None:
        return hashed(main_text(page))
    if fetched.kind == "text/plain":
        return hashed(re.split(r"\n\s*\n", fetched.body.decode("utf-8", "replace")))
    return [digest(fetched.body)]


def fingerprint(hashes: list[str]) -> str:
    """One hash for the whole text; empty when there was none to read."""
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest() if hashes else ""


def compare(before: list[str], now: list[str]) -> tuple[int, int]:
    """How many paragraphs are gone or reworded, and how many are new."""
    return len(set(before) - set(now)), len(set(now) - set(before))


def main_text(page: Page) -> list[str]:
    for path in SCOPES:
        texts = [list(blocks(each)) for each in page.all(path)[:50]]
        best = max(texts, key=length, default=[])
        if length(best) >= ENOUGH or path == SCOPES[-1]:
            return best
    return []


def length(texts: list[str]) -> int:
    return sum(map(weight, texts))


def weight(text: str) -> int:
    """A Chinese character says as much as three letters."""
    return len(text) + 2 * len(HAN.findall(text))


def blocks(root: Any) -> Iterator[str]:
    """Paragraphs in their order, without what stands beside the text."""
    block, linked, link_depth = "", 0, 0
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (not tag or is_beside(element, tag)):
            walk.skip_subtree()
            continue
        if tag not in INLINE and (tag or event == "start"):
            yield from said(block, linked)
            block, linked = "", 0
        if tag == "a":
            link_depth += 1 if event == "start" else -1
        text = (element.text if event == "start" else tail(element, root)) or ""
        block += text
        linked += len(text) if link_depth > 0 else 0
    yield from said(block, linked)


def tail(element: Any, root: Any) -> str | None:
    return None if element is root else element.tail


def said(block: str, linked: int) -> Iterator[str]:
    text = " ".join(normalize("NFKC", block).casefold().split())
    if weight(text) >= SHORTEST and linked * 2 < len(block):
        yield text


def is_beside(element: Any, tag: str) -> bool:
    if tag in UNREAD or element.get("role") in ROLES or element.get("hidden") is not None:
        return True
    # The body may be called anything.
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return tag not in {"body", "html", "article", "main"} and bool(SIDELINE.search(names))


def hashed(texts: list[str]) -> list[str]:
    clean = (" ".join(text.split()) for text in texts)
    return [digest(text.encode()) for text in clean if text][:MOST_PARAGRAPHS]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
