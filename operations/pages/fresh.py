"""How long a page may be kept."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.http import conditional_page

from operations.exports.fresh import kept


def revalidated(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let anybody keep a page, but make a browser ask each time whether it still holds.

    The ETag is of the whole page, because a page also changes when something leaves it.
    """
    found: Callable[..., HttpResponseBase] = conditional_page(kept(view))
    return found
