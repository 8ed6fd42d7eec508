"""How long a session lasts, and that no page of the admin is kept by a browser."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

from .sessions import SEEN, STARTED
from .site import half_way

# Writing at each request would cost a transaction each time.
TOUCH_SECONDS = 60


class StaffSessions:
    """End sessions that are too old; keep those that are in use; leave readers alone.

    What ends a session that nobody uses is its row in the database, which runs out
    SESSION_COOKIE_AGE after it was last written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(settings.SESSION_COOKIE_PATH):
            return self.get_response(request)
        if SESSION_KEY in request.session:
            keep_or_end(request)
        response = self.get_response(request)
        # The catalogue of scripts says nothing about anybody and is asked for by every page.
        if "javascript" not in response.headers.get("Content-Type", ""):
            patch_cache_control(response, no_store=True, private=True)
        return response


def keep_or_end(request: HttpRequest) -> None:
    session, now = request.session, int(time.time())
    if STARTED not in session:
        session[STARTED] = session[SEEN] = now
    limit = settings.HALF_WAY_AGE if half_way(request) else settings.SESSION_ABSOLUTE_AGE
    if now - session[STARTED] > limit:
        logout(request)
    elif now - session[SEEN] >= TOUCH_SECONDS:
        session[SEEN] = now
