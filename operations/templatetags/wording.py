"""Bilingual texts and dates in templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from operations import wording

register = template.Library()


@register.simple_tag
def page_language() -> str:
    """The language of the page, as HTML names it."""
    return wording.HTML_LANGUAGES[wording.reader()]


@register.filter
def passage(text: wording.Text) -> SafeString:
    """A text, marked where it is in another language than the page."""
    inside = written_in(text.text, text.lang)
    return (
        format_html('<span lang="{}">{}</span>', text.lang, inside) if text.is_foreign else inside
    )


@register.filter
def passages(texts: Iterable[wording.Text]) -> SafeString:
    """All the names of one thing, side by side, each in its language."""
    inside = ((text.lang, written_in(text.text, text.lang)) for text in texts)
    return format_html_join(" ", '<span lang="{}">{}</span>', inside)


@register.filter
def marked(text: object) -> SafeString:
    """Words of the page's language, with passages of the other one inside marked as such."""
    if isinstance(text, wording.Text):
        return passage(text)
    return written_in("" if text is None else str(text), page_language())


@register.filter
def all_marked(texts: Iterable[object]) -> list[SafeString]:
    """Each of ``texts`` as ``marked`` gives it, for ``join``."""
    return [marked(text) for text in texts]


@register.filter
def written_in(text: str, lang: str) -> SafeString:
    """The inside of an element whose language is ``lang``."""
    around = wording.HTML_LANGUAGES.get(lang, lang)
    pieces = wording.by_script(text, around)
    return format_html_join("", "{}", ((piece(each, around),) for each in pieces))


def piece(text: wording.Text, around: str) -> SafeString:
    if text.lang == around:
        return format_html("{}", text.text)
    return format_html('<span lang="{}">{}</span>', text.lang, text.text)


@register.filter
def bracketed(text: object) -> SafeString:
    """What is said in brackets after something, with the space before that English needs."""
    before, after = _(" (%(words)s)").split("%(words)s")
    return format_html("{}{}{}", before, marked(text), after)


@register.filter
def language_mark(text: str) -> SafeString:
    """The ``lang`` of an element that can hold no other, such as an option, where it needs one."""
    found = {piece.lang for piece in wording.by_script(text, page_language())}
    if len(found) != 1 or found == {page_language()}:
        return SafeString("")
    return format_html(' lang="{}"', found.pop())


@register.filter
def only(texts: wording.Text | Iterable[wording.Text], form: str = "") -> SafeString:
    """A small note beside a text, or names, that there are in the other language only.

    In lists, where it stands often, ``form`` is "short".
    """
    first = texts if isinstance(texts, wording.Text) else next(iter(texts), None)
    if not first or not first.is_foreign:
        return SafeString("")
    is_english = first.lang == wording.HTML_LANGUAGES["en"]
    if form == "short":
        words = _("in English") if is_english else _("in Chinese")
        return format_html(' <span class="only only-short">{}</span>', words)
    words = _("English only") if is_english else _("Chinese only")
    return format_html(' <span class="only">{}</span>', words)


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
