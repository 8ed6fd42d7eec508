"""What of a page is in which language, as a screen reader is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

# Nothing inside them is spoken, nothing inside them can be marked, or a reader typed it.
SILENT = ("script", "style", "title", "desc", "code", "pre", "textarea", "option", "bdi")
VOID = ("meta", "link", "input", "br", "hr", "img", "source", "wbr", "col")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# A word that is not written in capitals throughout: 14K and JSON stand in Chinese as they are.
WORD = re.compile(r"[A-Za-z]*[a-z]{2}[A-Za-z]*")
# Names of formats, the same in both languages.
NAMES = re.compile(r"(?<![A-Za-z])(Atom|BibTeX|Cookie)(?![A-Za-z])")
ADDRESS = re.compile(r"\w+://\S+|\S+@\S+|(?<![\w/])/[\w./-]+")


class Passages(HTMLParser):
    """Collects the spoken texts of a page, each with the language nearest around it."""

    def __init__(self) -> None:
        super().__init__()
        self.around: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            inherited = self.around[-1][1] if self.around else ""
            given = dict(attrs)
            # Inside a drawing the language is written as in its file.
            lang = given.get("lang") or given.get("xml:lang") or inherited
            self.around.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        while self.around and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in SILENT for tag, _lang in self.around):
            self.found.append((data.strip(), self.around[-1][1] if self.around else ""))


def passages(page: str) -> list[tuple[str, str]]:
    """Pairs of a text and its language."""
    reading = Passages()
    reading.feed(page)
    return reading.found


def wrongly_marked(page: str) -> Iterator[tuple[str, str]]:
    """Chinese that is said to be something else, and English that is said to be Chinese."""
    for text, lang in passages(page):
        words = NAMES.sub("", ADDRESS.sub("", text))
        if HAN.search(words) and not lang.startswith(("zh", "ja")):
            yield text, lang
        if lang == "zh-Hant-HK" and WORD.search(words):
            yield text, lang
