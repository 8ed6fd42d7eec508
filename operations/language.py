"""The two languages of readers, and which of them is spoken now."""

from __future__ import annotations

from django.utils.translation import get_language

# Keys of documents → what HTML calls the language of a passage.
HTML_LANGUAGES = {"en": "en", "zh-Hant": "zh-Hant-HK"}


def reader() -> str:
    """The language that the reader chose, as documents key it: ``en`` or ``zh-Hant``."""
    return "zh-Hant" if (get_language() or "").startswith("zh") else "en"
