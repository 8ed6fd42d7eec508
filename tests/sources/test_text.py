"""The fingerprint of the main text: adverts do not matter, a changed number does."""

from __future__ import annotations

import pytest

from operations.codes import Outcome
from operations.sources.fetching import Fetched
from operations.sources.reading import compare, fingerprint, paragraphs

from .articles import FIRST, SECOND, THIRD, article


def text_of(markup: str | bytes, kind: str = "text/html", charset: str = "") -> list[str]:
    body = markup if isinstance(markup, bytes) else markup.encode()
    url = "https://news.example/a"
    page = Fetched(url, Outcome.READ, final=url, kind=kind, charset=charset, body=body)
    return paragraphs(page)


PAGE = text_of(article())


def test_each_paragraph_has_a_hash() -> None:
    assert len(PAGE) == 3
    assert len(fingerprint(PAGE)) == 64


@pytest.mark.parametrize(
    "other",
    [
        article(beside="Seven ways to lose weight that doctors do not want you to know about."),
        article(FIRST.upper(), SECOND, THIRD),
        article(f"  {FIRST}\n\n", SECOND.replace(" ", "&nbsp; "), THIRD),
        article(FIRST.replace("Police", "<b>Po</b>lice"), SECOND, THIRD),
        article(FIRST, SECOND, THIRD, "<a href=/x>Read more about the operation and others</a>"),
        article(FIRST, SECOND, THIRD, "12 comments"),
        article().replace("watch", "car").replace("weather", "climate"),
        article().replace("</article>", "<script>var a = 'a long line of program';</script>"),
        article().replace(FIRST, f"{FIRST}<!-- changed at noon, with a very long comment -->"),
    ],
)
def test_what_is_not_the_text_does_not_count(other: str) -> None:
    assert compare(PAGE, text_of(other)) == (0, 0)


@pytest.mark.parametrize(
    ("other", "change"),
    [
        (article(FIRST.replace("6,400", "6,399"), SECOND, THIRD), (1, 1)),
        (article(FIRST, THIRD), (1, 0)),
        (article(FIRST, SECOND, THIRD, f"Correction: {THIRD}"), (0, 1)),
        ("<html><body><p>Please enable scripts.", (3, 0)),
    ],
)
def test_a_reworded_lost_or_new_paragraph_counts(other: str, change: tuple[int, int]) -> None:
    assert compare(PAGE, text_of(other)) == change


def test_chinese_paragraphs_are_shorter_and_count() -> None:
    text = "警方聯同入境處於油麻地一帶進行反罪惡行動，共拘捕二十四人。"
    assert len(text_of(article(text))) == 1
    assert compare(text_of(article(text)), text_of(article(text.replace("四", "五")))) == (1, 1)


def test_a_page_of_lines_without_paragraphs_is_read() -> None:
    """As press releases of the government are."""
    markup = f"<html><body><span id=pressrelease>{FIRST}<br><br>{SECOND}<br>{THIRD}</span>"
    assert text_of(markup) == PAGE


@pytest.mark.parametrize("charset", ["big5", "big5-hkscs", ""])
def test_old_charsets_are_read(charset: str) -> None:
    text = "警方聯同入境處於油麻地一帶進行反罪惡行動，共拘捕二十四人。"
    markup = f"<html><head><meta charset=big5></head><body><p>{text}</p>"
    assert text_of(markup.encode("big5"), charset=charset) == text_of(f"<p>{text}</p>")


@pytest.mark.parametrize("charset", ["nonsense", "rot13", "hex", "idna", "\0", "utf-7"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    assert isinstance(text_of(article(), charset=charset), list)


@pytest.mark.parametrize(
    "markup",
    [
        b"",
        b"<",
        b"<html>",
        b"<!---->",
        b"<?xml version='1.0' encoding='utf-16'?><html><body><p>x",
        b"\xff\xfe<\0h\0t\0m\0l\0>\0",
        b"<p>" * 100_000,
        b"<div>" * 50_000 + b"deep",
        b"<p>&#0;&#xD800;&#x110000;</p>",
        b"<html><script type='application/ld+json'>{{{</script>",
    ],
)
def test_markup_of_a_madman_is_read_all_the_same(markup: bytes) -> None:
    assert text_of(markup) == []


def test_a_paper_has_the_hash_of_the_whole() -> None:
    assert text_of(b"%PDF-1.7 one", "application/pdf") != text_of(b"%PDF-1.7 2", "application/pdf")
    assert len(text_of(b"%PDF-1.7 one", "application/pdf")) == 1


def test_plain_text_has_paragraphs_too() -> None:
    assert len(text_of("One.\n\nTwo\nlines.\n \nThree.", "text/plain")) == 3


def test_nothing_has_no_fingerprint() -> None:
    assert fingerprint([]) == ""
    assert paragraphs(Fetched("https://news.example/", Outcome.NOT_FOUND)) == []
