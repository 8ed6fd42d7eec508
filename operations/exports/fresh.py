"""When a file is the same as before: everybody may ask, and is told without its being written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, cast

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, parse_etags

from operations.filters.address import asked, is_place, written
from operations.filters.renewed import renewed
from operations.models import Edition

from .software import software

View = Callable[..., HttpResponseBase]
# Seconds that a cache shared by many readers may answer without asking. What is taken off the
# record is gone from such a cache within this time.
SHARED = 60
# HTTP tells times by the second: within one, two answers could bear the same time.
SECOND = timedelta(seconds=1)


def of_the_record(view: View) -> View:
    """A file that follows from its address, the public record and the software alone.

    The tag names the state of all three, so that nothing has to be read or written to know that
    a file is the same. What leaves a list is a change like any other. Only who sends the tag is
    answered before the query is looked at: it was given for this very query.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = state()
        current = tag(request, found)
        known = current in sent(request)
        response = HttpResponse() if known else view(request, *args, **kwargs)
        return tagged(request, response, current, changed(found))

    return kept(answer)


def sent(request: HttpRequest) -> set[str]:
    """The tags that somebody has; packing marks them as weak on the way."""
    return {
        each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))
    }


def tagged(
    request: HttpRequest, response: HttpResponseBase, current: str, moment: datetime | None
) -> HttpResponseBase:
    """The answer with its tag and time, or that it is the same; errors have neither."""
    if response.status_code != 200:
        return response
    response["ETag"] = current
    seconds = int(moment.timestamp()) if moment else None
    if seconds:
        response["Last-Modified"] = http_date(seconds)
    checked = get_conditional_response(request, current, seconds, cast(HttpResponse, response))
    return cast(HttpResponseBase, checked)


def kept(view: View) -> View:
    """Let anybody keep the answer, but ask each time whether it still holds."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code in {200, 304}:
            patch_cache_control(
                response, public=True, max_age=0, s_maxage=SHARED, must_revalidate=True
            )
        return response

    return answer


def state() -> dict[str, Any]:
    """The last edition and the last redaction of the record, each read from an index of its own."""
    redacted = Edition.objects.filter(redacted_at__isnull=False)
    return {
        **Edition.objects.aggregate(last=Max("pk")),
        **Edition.objects.aggregate(published=Max("valid_from")),
        **redacted.aggregate(redacted=Max("redacted_at")),
    }


def tag(request: HttpRequest, found: dict[str, Any]) -> str:
    """The entity tag: of the address, the query as it is meant, the record and the software."""
    query = written(asked(renewed(request.GET)))
    places = sorted(name for name in request.GET if is_place(name))
    said = (request.path, query, places, *found.values(), software())
    return f'"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'


def changed(found: dict[str, Any]) -> datetime | None:
    """When anything public last changed; None while more may change within the same second."""
    moments = [each for each in (found["published"], found["redacted"]) if each]
    last = max(moments, default=None)
    return last if last and last < timezone.now() - SECOND else None
