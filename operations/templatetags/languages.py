"""The way from a page to the same page in the other language."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language_from_path

from operations import wording

register = template.Library()

# How each language calls itself.
NAMES = {"en": "English", "zh-Hant": "繁體中文"}


@register.simple_tag(takes_context=True)
def other_language(context: Context) -> dict[str, str] | None:
    """This page in the other language; None where nobody asked, as in a preview.

    The address keeps what was asked to the letter, and works for pages that do not exist.
    """
    request: HttpRequest | None = context.get("request")
    if request is None:
        return None
    key = "en" if wording.reader() == "zh-Hant" else "zh-Hant"
    return {
        "name": NAMES[key],
        "lang": wording.HTML_LANGUAGES[key],
        "address": turned(request.get_full_path()),
    }


def turned(address: str) -> str:
    """A root-relative address with the prefix of Chinese put on or taken off."""
    language = get_language_from_path(address)
    if language is None:
        chinese = next(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
        return f"/{chinese}{address}"
    rest = address.removeprefix(f"/{language}")
    # Another host must not come out of "/zh-hant//example.org".
    return escape_leading_slashes(rest if rest.startswith("/") else f"/{rest}")
