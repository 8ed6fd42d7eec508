"""What programs read in the head of a page: descriptions, addresses and structured data."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language

from operations.exports.addresses import absolute
from operations.exports.structured import script_safe
from operations.filters.address import asked, written
from operations.wording import HTML_LANGUAGES

register = template.Library()

# As much of a description as search engines and messengers show.
DESCRIPTION_LENGTH = 160
# After a Chinese one comes no space.
FULL_STOP = "。"
# What HTML and Open Graph call the languages of the site.
LANGUAGES = {"en": HTML_LANGUAGES["en"], "zh-hant": HTML_LANGUAGES["zh-Hant"]}
# What the record says now should be found, not what it said once, nor ways of citing it
# or of saying what is wrong.
HIDDEN = {
    *("edition", "changes", "choose-changes", "cite-edition", "cite-list", "cite-total"),
    *("report", "report-sent"),
}
LOCALES = {"en": "en_GB", "zh-hant": "zh_HK"}


class Capture(Node):
    """Keeps what is between its tags as a variable, so that a block can be shown twice."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> SafeString:
        # Safe already: rendered by the same engine, which escaped what had to be.
        context[self.name] = mark_safe(" ".join(self.nodelist.render(context).split()))  # noqa: S308
        return SafeString("")


@register.tag
def capture(parser: Parser, token: Token) -> Capture:
    """``{% capture name %}…{% endcapture %}``."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return Capture(nodelist, name)


class Sentences(Node):
    """Whole sentences only: a number must not lose what it counts to a limit of length."""

    def __init__(self, texts: list[FilterExpression]) -> None:
        self.texts = texts

    def render(self, context: Context) -> SafeString:
        # What a template has put together is escaped already.
        resolved = (conditional_escape(text.resolve(context)) for text in self.texts)
        return escape(fitting(unescape(text) for text in resolved))


@register.tag
def sentences(parser: Parser, token: Token) -> Sentences:
    """``{% sentences one two three %}``: as many of them as a description has room for."""
    return Sentences([parser.compile_filter(bit) for bit in token.split_contents()[1:]])


def fitting(texts: Iterable[str]) -> str:
    """The first text, and after it each that still fits."""
    first, *others = texts
    found = Truncator(first).chars(DESCRIPTION_LENGTH)
    for text in filter(None, others):
        longer = f"{found}{'' if found.endswith(FULL_STOP) else ' '}{text}"
        found = longer if len(longer) <= DESCRIPTION_LENGTH else found
    return found


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The one address of this page: its parameters in one order, without the first page."""
    request: HttpRequest = context["request"]
    said = asked(request.GET)
    number = request.GET.get("page", "")
    if number not in ("", "1"):
        said["page"] = [number]
    text = written(said)
    return absolute(request.path) + (f"?{text}" if text else "")


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[tuple[str, str]]:
    """Pairs of a language, as HTML names it, and the address of this page in it."""
    here = canonical(context)
    path = here.removeprefix(settings.SITE_URL)
    return [(name, absolute(translate_url(path, code))) for code, name in LANGUAGES.items()]


@register.simple_tag
def locale() -> str:
    """The language of the page, as Open Graph names it."""
    return LOCALES[get_language() or "en"]


@register.simple_tag
def other_locales() -> list[str]:
    return [name for code, name in LOCALES.items() if code != get_language()]


@register.simple_tag
def absolute_static(name: str) -> str:
    """The whole address of a static file: other sites fetch it."""
    return absolute(static(name))


@register.simple_tag(takes_context=True)
def is_hidden(context: Context) -> bool:
    """Whether search engines should leave the page out."""
    request: HttpRequest = context["request"]
    match = request.resolver_match
    return is_deep(request) or (match is not None and match.url_name in HIDDEN)


def is_deep(request: HttpRequest) -> bool:
    """Whether a page combines conditions: such pages are endless."""
    return sum(len(values) for name, values in request.GET.lists() if name != "page") > 1


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data as a block of data, which no browser runs."""
    return format_html('<script type="application/ld+json">{}</script>', script_safe(data))
