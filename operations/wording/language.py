"""Texts and dates in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from operations.dates import in_words

# Keys of documents → what HTML calls the language of a passage.
HTML_LANGUAGES = {"en": "en", "zh-Hant": "zh-Hant-HK"}


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


def reader() -> str:
    """The language that the reader chose, as documents key it: ``en`` or ``zh-Hant``."""
    return "zh-Hant" if (get_language() or "").startswith("zh") else "en"


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
    return in_words(edtf or "", "zh-hant" if reader() == "zh-Hant" else "en")
