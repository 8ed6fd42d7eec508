"""The frame of every page."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.inclusion_tag("operations/parts/navigation.html", takes_context=True)
def navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The parts of the site; ``current`` is what ``aria-current`` says of the one shown."""
    path = context["request"].path if "request" in context else ""
    parts = {
        "operations": _("Operations"),
        "totals": _("Totals"),
        "charts": _("Pictures"),
        "context": _("Context"),
        "sources": _("Sources"),
        "vocabularies": _("Terms"),
        "corrections": _("Corrections"),
        "data": _("Data"),
        "about": _("About"),
    }
    return {"parts": [part(reverse(name), words, path) for name, words in parts.items()]}


def part(address: str, words: str, path: str) -> dict[str, str]:
    inside = "true" if path.startswith(address) else ""
    return {
        "address": address,
        "words": words,
        "current": "page" if path == address else inside,
    }
