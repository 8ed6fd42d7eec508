"""Axes counts failures; here two counts have two limits."""

from __future__ import annotations

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest


class Handler(AxesDatabaseHandler):
    """An office shares an address: it may fail more often than one name from that address."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """The worse of the two counts, measured against AXES_FAILURE_LIMIT."""
        name_there, address = self.get_user_attempts(request, credentials)
        limit: int = settings.AXES_FAILURE_LIMIT
        return max(total(name_there), total(address) * limit // settings.ADDRESS_FAILURE_LIMIT)


def total(attempts: QuerySet[Any]) -> int:
    found = attempts.aggregate(sum=Sum("failures_since_start"))["sum"]
    return int(found or 0)
