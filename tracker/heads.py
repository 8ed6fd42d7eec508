"""Who asks for the head of an answer gets no body."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse


class HeadWithoutBody:
    """Outermost, since what packs an answer writes even when there is nothing to pack.

    The server would drop the body, and log each time that it had to; and what is streamed would be
    written for nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "HEAD":
            empty(response)
        return response


def empty(response: HttpResponseBase) -> None:
    """Take the body away; the headers stay those of the whole answer."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    elif isinstance(response, HttpResponse):
        response.content = b""
