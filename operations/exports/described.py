"""What a file says of itself beside its content: licence, version, query and number of rows."""

from __future__ import annotations

from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpResponseBase

from .licence import LICENCE_URL

R = TypeVar("R", bound=HttpResponseBase)
# Other sites' scripts may read these too.
HEADERS = ("X-Record-Version", "X-Query", "X-Row-Count")
EXPOSED = (
    *("ETag", "Last-Modified", "Link", "Content-Disposition", "Deprecation", "Sunset"),
    *HEADERS,
)


def described(response: R, about: dict[str, Any]) -> R:
    """Add the facts of ``envelope.meta`` as headers, for formats that have no place for them."""
    response["Link"] = f'<{LICENCE_URL}>; rel="license", </codebook/>; rel="describedby"'
    query = [(name, value) for name, values in about["query"].items() for value in values]
    values = (about["as_of"] or "", urlencode(query), str(about["count"]))
    for name, value in zip(HEADERS, values, strict=True):
        response[name] = value
    response["Access-Control-Expose-Headers"] = ", ".join(EXPOSED)
    return response
