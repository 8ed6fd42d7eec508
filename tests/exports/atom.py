"""Whether a feed is what RFC 4287 calls one: its grammar, and the rules that no grammar holds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = Path(__file__).with_name("atom.rng")


@cache
def grammar() -> Any:
    return etree.RelaxNG(etree.parse(GRAMMAR))


def faults(content: bytes) -> list[str]:
    """Everything wrong with a feed, in words."""
    feed = etree.fromstring(content)  # our own answer
    if not grammar().validate(feed):
        return [str(error) for error in grammar().error_log]
    entries = feed.findall(f"{ATOM}entry")
    titles = [element.findtext(f"{ATOM}title") for element in (feed, *entries)]
    found = ["an empty title" for title in titles if not title.strip()]
    if without(feed, "author"):
        found += ["an entry without an author" for entry in entries if without(entry, "author")]
    for element in (feed, *entries):
        found += doubles(element)
    for entry in entries:
        if without(entry, "content") and not alternates(entry):
            found.append("an entry with neither content nor an alternate")
    named = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(named)) < len(named):
        found.append("two entries with one id")
    return found


def without(element: Any, name: str) -> bool:
    return element.find(f"{ATOM}{name}") is None


def alternates(element: Any) -> list[tuple[str | None, str | None]]:
    """Type and language of each link to the same thing in another form."""
    links = element.findall(f"{ATOM}link")
    same = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return [(link.get("type"), link.get("hreflang")) for link in same]


def doubles(element: Any) -> list[str]:
    kinds = alternates(element)
    return [f"two alternates {kind}" for kind in set(kinds) if kinds.count(kind) > 1]
