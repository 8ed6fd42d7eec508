"""What a search found, marked as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from operations.search import Query
from operations.wording import Text

from .wording import written_in

register = template.Library()


@register.filter
def hits(text: Text, query: Query | None) -> SafeString:
    """A text with its finds marked; in another language than the page, it says which."""
    words = with_marks(text, query)
    return format_html('<span lang="{}">{}</span>', text.lang, words) if text.is_foreign else words


@register.filter
def all_hits(texts: Iterable[Text], query: Query | None) -> SafeString:
    """All the names of one thing, side by side, each in its language, finds marked."""
    inside = ((text.lang, with_marks(text, query)) for text in texts)
    return format_html_join(" ", '<span lang="{}">{}</span>', inside)


def with_marks(text: Text, query: Query | None) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in pieces(text, query)))


def pieces(text: Text, query: Query | None) -> Iterator[SafeString]:
    done = 0
    for start, end in query.spans(text.text) if query else ():
        yield written_in(text.text[done:start], text.lang)
        yield format_html("<mark>{}</mark>", written_in(text.text[start:end], text.lang))
        done = end
    yield written_in(text.text[done:], text.lang)
