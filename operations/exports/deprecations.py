"""What of the shape of the data is going to end: listed here, and told wherever it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.http import http_date

CODEBOOK = "/codebook/#deprecations"


@dataclass(frozen=True)
class Deprecation:
    """``addresses`` are how the paths begin that tell of it; ``instead`` is for readers."""

    what: str
    addresses: tuple[str, ...]
    since: date
    ends: date
    instead: str | Promise


# docs/versioning.md says how long before its end something has to be listed.
DEPRECATIONS: tuple[Deprecation, ...] = ()


def announce(response: HttpResponseBase, path: str) -> None:
    """Say of an answer what of its address ends first: RFC 9745, RFC 8594, and a link."""
    touched = [each for each in DEPRECATIONS if path.startswith(each.addresses)]
    if not touched:
        return
    first = min(touched, key=lambda each: each.ends)
    response["Deprecation"] = f"@{second(first.since)}"
    response["Sunset"] = http_date(second(first.ends))
    links = [response["Link"]] if response.has_header("Link") else []
    response["Link"] = ", ".join([*links, f'<{CODEBOOK}>; rel="deprecation"; type="text/html"'])


def second(day: date) -> int:
    """The first second of a day in UTC, as computers count."""
    return int(datetime.combine(day, time.min, UTC).timestamp())
