"""What each streamed format costs: memory over idle, and time beside a plain read of the texts."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import httpx

from .server import Server, served

MEGABYTE = 1024 * 1024
MOST = 20 * MEGABYTE
PATIENCE = 3600  # seconds
TABLES = ("csv", "xlsx", "parquet")
FORMATS = [
    *(f"/operations.{suffix}" for suffix in ("json", "ndjson", "geojson", *TABLES)),
    *(f"/figures.{suffix}" for suffix in ("json", "ndjson", *TABLES)),
]
# A few rows, so that what a format needs once is loaded before memory is compared.
FEW = "?series=thunderbolt"


@dataclass(frozen=True)
class Measured:
    address: str
    size: int
    grown: int
    seconds: float
    first: float

    @property
    def is_small(self) -> bool:
        return self.grown < MOST

    def line(self, peer: float) -> str:
        """One row of the report; ``peer`` is how long the plain read took."""
        grown = f"{self.grown / MEGABYTE:.1f}{'' if self.is_small else ' TOO MUCH'}"
        times = f"{self.first:.2f}  {self.seconds:.1f}  {self.seconds / peer:.1f}"
        return f"{self.address:30} {self.size / MEGABYTE:6.1f}  {grown}  {times}"


def measure(server: Server, address: str, *, gzip: bool = False) -> Measured:
    """Fetch a file whole, the second time this process sees the format."""
    headers = {"accept-encoding": "gzip" if gzip else "identity"}
    client = httpx.Client(base_url=server.address, headers=headers, timeout=PATIENCE)
    size, first = 0, 0.0
    with client:
        client.get(f"{address}{FEW}")
        idle, started = server.memory(), time.perf_counter()
        with server.watched() as peak, client.stream("GET", address) as response:
            response.raise_for_status()
            for piece in response.iter_raw():
                first = first or time.perf_counter() - started
                size += len(piece)
            grown = peak() - idle
    name = f"{address} (gzip)" if gzip else address
    return Measured(name, size, grown, time.perf_counter() - started, first)


def plain_read(database: Path) -> float:
    """The peer: Python's own sqlite3 writes the same texts in the same order, a line each."""
    started = time.perf_counter()
    with (
        closing(sqlite3.connect(database)) as connection,
        Path("/dev/null").open("wb") as target,
    ):
        rows = connection.execute(
            "SELECT document FROM operations_edition WHERE valid_to IS NULL"
            " ORDER BY undated, sort_date DESC, code"
        )
        target.writelines(text.encode() + b"\n" for (text,) in rows)
    return time.perf_counter() - started


def measured() -> Iterator[Measured]:
    """Each format in a process that has served no other: memory that one frees is not another's."""
    for address in FORMATS:
        with served() as server:
            yield measure(server, address)
    with served() as server:
        yield measure(server, "/operations.json", gzip=True)
