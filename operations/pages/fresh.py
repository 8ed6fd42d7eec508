"""How long a page may be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

from operations.exports.fresh import kept


def revalidated(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let anybody keep a page, but make a browser ask each time whether it still holds.

    The ETag is of the whole page, because a page also changes when something leaves it.
    """
    found: Callable[..., HttpResponseBase] = conditional_page(kept(view))
    return found


def never_store(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let nobody keep a page that was made for one reader: it holds a ticket, or what they typed.

    Errors are raised past this, and are not kept by anybody either.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True, private=True)
        return response

    return answer
