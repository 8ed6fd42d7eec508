"""Bilingual texts and dates in templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from operations import wording

register = template.Library()


@register.simple_tag
def page_language() -> str:
    """The language of the page, as HTML names it."""
    return wording.HTML_LANGUAGES[wording.reader()]


@register.filter
def passage(text: wording.Text) -> SafeString:
    """A text, marked where it is in another language than the page."""
    if not text.is_foreign:
        return format_html("{}", text.text)
    return format_html('<span lang="{}">{}</span>', text.lang, text.text)


@register.filter
def passages(texts: Iterable[wording.Text]) -> SafeString:
    """All the names of one thing, side by side, each in its language."""
    return format_html_join(" ", '<span lang="{}">{}</span>', ((t.lang, t.text) for t in texts))


@register.filter
def bilingual(texts: Mapping[str, str]) -> SafeString:
    """A text of a document, in the reader's language or else in the other."""
    return passage(wording.pick(texts))


@register.filter
def edtf(text: str | None) -> str:
    """A date of a document as people write it."""
    return wording.date_words(text)


@register.filter
def day(moment: date) -> str:
    """A moment or a day, as people in Hong Kong write its date."""
    local = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return wording.date_words(local.isoformat())
