"""The language of a page is in its address, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation


class LanguageFromAddress:
    """Speak Chinese under ``/zh-hant/`` and English everywhere else.

    Django's LocaleMiddleware would add ``Vary: Accept-Language`` to every English answer and
    split caches over a header that changes nothing here. No cookie, no header: one address,
    one text.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        # Not `override`: a streamed answer is written after this function has returned.
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
