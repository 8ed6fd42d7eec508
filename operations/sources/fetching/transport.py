"""One request by httpx over a guarded connection: Host, SNI and certificate are the name's.

httpx's own transport takes no network backend, and rewriting an address to its number would
leave slow headers without an end. Its engine, httpcore, takes one; so the transport is ours.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache

import httpcore
import httpx

from .clock import Deadline
from .limits import Limits
from .network import Network
from .streams import GuardedBackend, Meter


@cache
def certificates() -> ssl.SSLContext:
    """The public authorities; nothing of the environment."""
    return httpx.create_ssl_context(trust_env=False)


class Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self.response.iter_stream()

    def close(self) -> None:
        self.response.close()


class GuardedTransport(httpx.BaseTransport):
    """A connection of its own for one request, closed after it; no proxy is ever asked."""

    def __init__(self, network: Network, limits: Limits, deadline: Deadline) -> None:
        self.meter = Meter(limits)
        self.pool = httpcore.ConnectionPool(
            ssl_context=certificates(),
            max_connections=1,
            max_keepalive_connections=0,
            http1=True,
            http2=False,
            retries=0,
            network_backend=GuardedBackend(network, limits, deadline, self.meter),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self.pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        self.meter.in_headers = False
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        self.pool.close()
