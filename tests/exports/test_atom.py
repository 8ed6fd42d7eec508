"""The check of feeds finds what is wrong with one, so that “valid” means something."""

from __future__ import annotations

import pytest

from tests.exports.atom import faults

FEED = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>All</title><link rel="self" href="https://example.org/all.atom"/>
<id>https://example.org/all.atom</id><updated>2026-01-02T03:04:05+00:00</updated>
<author><name>Somebody</name></author>
<entry><title>One</title><link rel="alternate" type="text/html" href="https://example.org/1"/>
<id>https://example.org/1</id><updated>2026-01-02T03:04:05Z</updated>
<summary type="html">&lt;p&gt;Words&lt;/p&gt;</summary></entry>
</feed>
"""
TWICE = "<title>One</title><link href='https://example.org/1' type='text/html'/>"
SAME_ID = """\
</entry><entry><title>Two</title><id>https://example.org/1</id>
<updated>2026-01-02T03:04:05Z</updated><content>Words</content></entry>"""


def test_a_valid_feed_has_no_fault() -> None:
    assert faults(FEED.encode()) == []


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ("<title>All</title>", ""),
        ("<title>All</title>", "<title> </title>"),
        ("<title>All</title>", "<title>All</title><title>Twice</title>"),
        ("<author><name>Somebody</name></author>", ""),
        ("<name>Somebody</name>", ""),
        ("2026-01-02T03:04:05Z", "2 January 2026"),
        ("2026-01-02T03:04:05Z", "2026-01-02"),
        ("<updated>2026-01-02T03:04:05Z</updated>", ""),
        ("<id>https://example.org/1</id>", ""),
        ("<id>https://example.org/1</id>", "<id>/1</id>"),
        ('rel="alternate" type="text/html"', 'rel="related"'),
        ('type="html"', 'type="markdown"'),
        ('href="https://example.org/1"', 'hreflang="en"'),
        ("<title>One</title>", TWICE),
        ("</feed>", "<subtitle>After the entries</subtitle></feed>"),
        ("</entry>", "<when>today</when></entry>"),
        ("</entry>", SAME_ID),
    ],
)
def test_what_is_wrong_is_found(given: str, instead: str) -> None:
    assert given in FEED
    assert faults(FEED.replace(given, instead, 1).encode()) != []
