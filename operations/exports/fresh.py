"""When a file is the same as before: everybody may ask, and is told without its being written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from operations.filters.address import asked, written
from operations.models import Edition

View = Callable[..., HttpResponseBase]
# Seconds that a cache shared by many readers may answer without asking. What is taken off the
# record is gone from such a cache within this time.
SHARED = 60
# Raised whenever the same record would be written in other bytes.
LAYOUT = 1


def of_the_record(view: View) -> View:
    """A file that follows from its address and the public record alone.

    The tag names the state of the whole record, so that nothing has to be read or written to
    know that it is the same. What leaves a list is a change like any other.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = state()
        tagged: View = condition(
            etag_func=lambda *_, **__: tag(request, found),
            last_modified_func=lambda *_, **__: changed(found),
        )(view)
        return tagged(request, *args, **kwargs)

    return kept(answer)


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
    """The last edition and the last redaction of the record."""
    return Edition.objects.aggregate(
        last=Max("pk"), published=Max("valid_from"), redacted=Max("redacted_at")
    )


def tag(request: HttpRequest, found: dict[str, Any]) -> str:
    """The entity tag: of the address with its query in one order, and of the record's state."""
    said = (request.path, written(asked(request.GET)), *found.values(), LAYOUT)
    return f'"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'


def changed(found: dict[str, Any]) -> datetime | None:
    """When anything public last changed."""
    moments = [each for each in (found["published"], found["redacted"]) if each]
    return max(moments, default=None)
