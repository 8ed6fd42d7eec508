"""How long a page may be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

# Seconds that a cache shared by many readers may answer without asking. What is taken off the
# record is gone from such a cache within this time.
SHARED = 60


def revalidated(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let anybody keep a page, but make a browser ask each time whether it still holds.

    The ETag is of the whole page, because a page also changes when something leaves it.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(
                response, public=True, max_age=0, s_maxage=SHARED, must_revalidate=True
            )
        return response

    found: Callable[..., HttpResponseBase] = conditional_page(answer)
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
