"""How much of anything one fetch may take. Named, so that tests can be quick and strict."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes, seconds and counts; each ends a fetch in an outcome of its own."""

    connect_seconds: float = 10
    read_seconds: float = 15  # between two pieces of an answer
    total_seconds: float = 60  # one address with all its redirects, waiting for one's turn aside
    header_bytes: int = 64 * 1024
    body_bytes: int = 20 * MB  # as sent: papers of a legislature are large
    unpacked_bytes: int = 40 * MB
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})
    addresses_tried: int = 3  # of one name
    robots_bytes: int = 500 * 1024  # RFC 9309 asks for at least this; the rest is not read
    robots_seconds: float = 20
    robots_kept_seconds: float = 24 * 3600
    robots_hosts_kept: int = 1000
    host_interval_seconds: float = 2  # between two requests to one host
    longest_crawl_delay: float = 20
