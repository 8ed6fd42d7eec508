"""The page of a lock-out: it says how long, to everybody in the same words."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _


def answer(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """What axes sends instead of the answer that the view had made."""
    return too_many(request, until=ends_at(request, credentials))


def of(request: HttpRequest, username: str) -> HttpResponse:
    """The page for a view that asks before it tries."""
    return answer(request, None, get_credentials(username))


def too_many(request: HttpRequest, *, until: datetime) -> HttpResponse:
    """429, with the time in words and for programs."""
    wait = max(1, math.ceil((until - timezone.now()).total_seconds()))
    page = render(
        request,
        "accounts/locked.html",
        {
            **admin.site.each_context(request),
            "title": _("Too many attempts"),
            "minutes": math.ceil(wait / 60),
            "until": until,
        },
        status=429,
    )
    page["Retry-After"] = str(wait)
    page["Cache-Control"] = "no-store"
    return page


def ends_at(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime:
    """When neither of the two counts reaches its limit any more."""
    name_there, address = AxesProxyHandler.get_implementation().get_user_attempts(
        request, credentials
    )
    ends = (
        below(name_there, settings.AXES_FAILURE_LIMIT),
        below(address, settings.ADDRESS_FAILURE_LIMIT),
    )
    return max((end for end in ends if end), default=timezone.now())


def below(attempts: QuerySet[Any], limit: int) -> datetime | None:
    """When enough of the attempts will be so old that they count no more."""
    cool_off: timedelta = settings.AXES_COOLOFF_TIME
    rows = list(attempts.order_by("attempt_time"))
    left = sum(row.failures_since_start for row in rows)
    if left < limit:
        return None
    for row in rows:
        left -= row.failures_since_start
        if left < limit:
            end: datetime = row.attempt_time + cool_off
            return end
    raise AssertionError("Without any row the limit is not reached.")
