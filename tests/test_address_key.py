"""The same address in another spelling has the same key; another page has another."""

from __future__ import annotations

import pytest

from operations.address_key import KEY_LENGTH, address_key

PAGE = "https://www.daily.example/news/1?id=7"


@pytest.mark.parametrize(
    "same",
    [
        "http://www.daily.example/news/1?id=7",
        "https://daily.example/news/1?id=7",
        "HTTPS://WWW.Daily.Example/news/1?id=7",
        "https://www.daily.example:443/news/1?id=7",
        "http://www.daily.example:80/news/1?id=7",
        "https://www.daily.example./news/1?id=7",
        "https://www.daily.example/news/1/?id=7",
        "https://www.daily.example/news/1?id=7#comments",
        "https://www.daily.example/news/1?utm_source=rss&id=7&utm_campaign=x",
        "https://www.daily.example/news/1?id=7&fbclid=abc&gclid=def&UTM_medium=x",
        "https://www.daily.example/news/%31?id=7",
        "https://www.daily.example/news/1?id=%37",
        "  https://www.daily.example/news/1?id=7\n",
    ],
)
def test_spellings_of_one_page(same: str) -> None:
    assert address_key(same) == address_key(PAGE) == "daily.example/news/1?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.daily.example/news/1",
        "https://www.daily.example/news/1?id=8",
        "https://www.daily.example/news/1?id=7&page=2",
        "https://www.daily.example/News/1?id=7",
        "https://www.daily.example:8080/news/1?id=7",
        "https://sport.daily.example/news/1?id=7",
        "https://m.daily.example/news/1?id=7",
        "https://www.daily.example/news/1%3Fid=7",
        "https://www.daily.example/news%2F1?id=7",
        "https://www.daily.example/news/1?id=7&source=print",
        "https://www.daily.example/news/1?id=7&ref=2",
    ],
)
def test_another_page_is_another(other: str) -> None:
    assert address_key(other) != address_key(PAGE)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("http://m.scmp.com/a/1", "https://www.scmp.com/a/1"),
        ("https://en.m.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X"),
        ("https://hk01.com/突發/1", "https://www.hk01.com/%E7%AA%81%E7%99%BC/1"),
        ("https://hk01.com/%e7%aa%81%E7%99%bc/1", "https://hk01.com/突發/1"),
        ("https://a.example/?b=2&a=1", "https://a.example?a=1&b=2"),
        ("https://a.example/index.html", "https://a.example/"),
        ("https://a.example/x/index.php", "http://a.example/x"),
        ("https://香港.example/", "https://xn--j6w193g.example"),
        ("https://a.example/x%2fy", "https://a.example/x%2Fy"),
        ("https://a.example/é", "https://a.example/e%CC%81"),
    ],
)
def test_pairs_of_one_page(one: str, two: str) -> None:
    assert address_key(one) == address_key(two) != ""


@pytest.mark.parametrize(
    "none",
    [
        "",
        "   ",
        "ftp://a.example/",
        "mailto:a@a.example",
        "a.example/x",
        "https://",
        "http://[::1",
        "https://a.example:x/",
    ],
)
def test_what_is_no_web_address_has_no_key(none: str) -> None:
    assert address_key(none) == ""


def test_a_long_address_has_a_short_key_of_its_own() -> None:
    one, two = (f"https://a.example/{'字' * 900}{end}" for end in "12")
    assert address_key(one) != address_key(two)
    assert len(address_key(one)) <= KEY_LENGTH
    assert address_key(one).startswith("a.example/字字")
