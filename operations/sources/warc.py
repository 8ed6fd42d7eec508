"""What went over the line, as a WARC file: every request of a fetch and its answer."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from django.conf import settings
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .fetching import Exchange, Fetched
from .fetching.robots import TOKEN

# The body is stored as it was sent, but no longer in chunks.
UNTRUE = {"transfer-encoding"}


def write(stream: IO[bytes], fetched: Fetched, name: str) -> None:
    """Write the records, each packed for itself, as the format has it."""
    writer = WARCWriter(stream, gzip=True)
    about = {
        "software": f"{TOKEN}/1.0",
        "format": "WARC File Format 1.1",
        "operator": settings.SITE_URL,
        "robots": "obeyed",
    }
    writer.write_record(writer.create_warcinfo_record(name, about))
    for exchange in fetched.exchanges:
        write_exchange(writer, exchange)


def write_exchange(writer: WARCWriter, exchange: Exchange) -> None:
    answer = writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=StatusAndHeaders(
            f"{exchange.status} {exchange.reason}".strip(), renamed(exchange), protocol="HTTP/1.1"
        ),
    )
    target = exchange.url.split("/", 3)[-1].partition("#")[0]
    request = writer.create_warc_record(
        exchange.url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET /{target} HTTP/1.1", exchange.request_headers, is_http_request=True
        ),
    )
    writer.write_request_response_pair(request, answer)


def renamed(exchange: Exchange) -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{key}" if key.lower() in UNTRUE else key, value)
        for key, value in exchange.headers
    ]
