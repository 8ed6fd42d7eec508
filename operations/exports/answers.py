"""What every answer to a program shares: who may read it, and how it says what was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from operations.problems import CONTENT_TYPE, Invalid, problem

# The record is public and no answer depends on who asks, so any site may read it.
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}


def open_to_all(response: HttpResponseBase) -> HttpResponseBase:
    """Let scripts of every other site read this answer."""
    for name, value in OPEN_TO_ALL.items():
        response[name] = value
    return response


def problem_response(
    status: int, detail: str = "", errors: Iterable[Invalid] = (), **extra: Any
) -> HttpResponse:
    """An error as ``application/problem+json``; ``extra`` adds keys, such as ``class`` of a 410."""
    body = orjson.dumps(problem(status, detail, errors, **extra))
    return HttpResponse(body, status=status, content_type=CONTENT_TYPE, headers=OPEN_TO_ALL)
