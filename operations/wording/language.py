"""Texts and dates in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils import translation

from operations.dates import in_words
from operations.language import HTML_LANGUAGES, reader

__all__ = [
    "HTML_LANGUAGES",
    "INTERFACES",
    "Text",
    "both",
    "date_words",
    "in_each_language",
    "pick",
    "reader",
]

# Keys of documents → what Django calls the language.
INTERFACES = {"en": "en", "zh-Hant": "zh-hant"}
T = TypeVar("T")


@dataclass(frozen=True)
class Text:
    """A text and the language that it is written in, as HTML names it."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_foreign(self) -> bool:
        """Whether the page around it is in the other language."""
        return self.lang != HTML_LANGUAGES[reader()]


def both(texts: Mapping[str, str]) -> list[Text]:
    """The texts that there are, the reader's language first.

    A name that stands whole inside the other ("Operation 藍霧") is not said twice.
    """
    order = sorted(HTML_LANGUAGES, key=lambda language: language != reader())
    found = [Text(texts[key], HTML_LANGUAGES[key]) for key in order if texts.get(key)]
    return [text for text in found if text is found[0] or text.text not in found[0].text]


def pick(texts: Mapping[str, str]) -> Text:
    """The text in the reader's language, or else in the other, or empty."""
    return next(iter(both(texts)), Text("", HTML_LANGUAGES[reader()]))


def date_words(edtf: str | None) -> str:
    """A date as people write it; “date not stated” for none."""
    return in_words(edtf or "", reader())


def in_each_language(say: Callable[[], T]) -> dict[str, T]:
    """What ``say`` answers in each language of the interface, by the keys of documents."""
    said = {}
    for key, code in INTERFACES.items():
        with translation.override(code):
            said[key] = say()
    return said
