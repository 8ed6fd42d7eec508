"""A connection that knows what a fetch may still take, from the name to the last byte."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

import httpcore

from operations.codes import Outcome

from .addresses import public_addresses
from .clock import Deadline
from .limits import Limits
from .network import Network
from .stop import Stop


class Meter:
    """What of the headers came in so far; they end before the body begins."""

    def __init__(self, limits: Limits) -> None:
        self.left = limits.header_bytes
        self.in_headers = True

    def allowed(self, wanted: int) -> int:
        if not self.in_headers:
            return wanted
        if self.left <= 0:
            raise Stop(Outcome.LONG_HEADERS)
        return min(wanted, self.left)

    def count(self, received: int) -> None:
        self.left -= received


class MeteredStream(httpcore.NetworkStream):
    """Every wait ends with the fetch, so that a byte a second cannot keep it alive."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, meter: Meter) -> None:
        self.stream = stream
        self.deadline = deadline
        self.meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        allowed = self.meter.allowed(max_bytes)
        data: bytes = self.waited(lambda seconds: self.stream.read(allowed, seconds), timeout)
        self.meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.waited(lambda seconds: self.stream.write(buffer, seconds), timeout)

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self.waited(
            lambda seconds: self.stream.start_tls(ssl_context, server_hostname, seconds), timeout
        )
        return MeteredStream(stream, self.deadline, self.meter)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)

    def waited(self, step: Any, timeout: float | None) -> Any:
        try:
            return step(self.deadline.left(timeout))
        except httpcore.TimeoutException:
            # Whose patience ended: that of one step, or that of the whole fetch?
            self.deadline.left()
            raise


class GuardedBackend(httpcore.NetworkBackend):
    """Looks a name up once, checks every number, and connects to exactly what it checked."""

    def __init__(self, network: Network, limits: Limits, deadline: Deadline, meter: Meter) -> None:
        self.network = network
        self.limits = limits
        self.deadline = deadline
        self.meter = meter

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failure: Exception = Stop(Outcome.NO_SUCH_NAME, host)
        for address in self.numbers(host)[: self.limits.addresses_tried]:
            try:
                seconds = self.deadline.left(timeout)
                stream = self.network.connect(address, port, seconds)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return MeteredStream(stream, self.deadline, self.meter)
        raise failure

    def numbers(self, host: str) -> list[str]:
        if is_number(host):
            return public_addresses([host], host)
        return public_addresses(
            self.network.resolve(host, self.deadline.left(self.limits.connect_seconds)), host
        )


def is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
