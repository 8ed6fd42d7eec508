"""The language of a page is in its address; that of the desk is each editor's choice."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers


class LanguageFromAddress:
    """Speak Chinese under ``/zh-hant/``, the editor's choice at the desk, and English elsewhere.

    Django's LocaleMiddleware would add ``Vary: Accept-Language`` to every English answer and
    split caches over a header that changes nothing here. No cookie, no header: one address,
    one text. The desk has no readers and no caches, so its language may be in a cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        at_desk = request.path_info.startswith(settings.LANGUAGE_COOKIE_PATH)
        language = chosen(request) if at_desk else of_address(request)
        # Not `override`: a streamed answer is written after this function has returned.
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if at_desk:
            patch_vary_headers(response, ["Cookie"])
        return response


def of_address(request: HttpRequest) -> str:
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def chosen(request: HttpRequest) -> str:
    """What the editor chose, as long as the site speaks it."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    known = {code for code, _name in settings.LANGUAGES}
    return language if language in known else settings.LANGUAGE_CODE
