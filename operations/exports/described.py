"""What a file says of itself beside its content: licence, version, query and number of rows."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode

from django.http import HttpResponseBase

from operations.document.canonical import timestamp
from operations.filters import Selection

from .envelope import given
from .licence import LICENCE_URL

R = TypeVar("R", bound=HttpResponseBase)
# Other sites' scripts may read these too.
HEADERS = ("X-Record-Version", "X-Query", "X-Row-Count")
EXPOSED = (
    *("ETag", "Last-Modified", "Link", "Content-Disposition", "Deprecation", "Sunset"),
    *HEADERS,
)


def described(response: R, selection: Selection, count: int) -> R:
    """Add as headers what formats have no place for. ``as_of`` with the version gives it again."""
    response["Link"] = f'<{LICENCE_URL}>; rel="license", </codebook/>; rel="describedby"'
    last = selection.version
    query = urlencode(given(selection.query), doseq=True)
    values = (timestamp(last) if last else "", query, str(count))
    for name, value in zip(HEADERS, values, strict=True):
        response[name] = value
    return response
