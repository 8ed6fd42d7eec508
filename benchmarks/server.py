"""The site in a process of its own, as it is served, but with one worker to look at."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import httpx

PATIENCE = 60
EVERY = 0.01  # seconds between two looks at the memory
KILOBYTE = 1024


@dataclass(frozen=True)
class Server:
    """``worker`` is the process that answers."""

    address: str
    worker: int

    def memory(self) -> int:
        """Bytes of its own; pages of the database file that it maps are the system's to drop."""
        return read(self.worker, "RssAnon")

    @contextmanager
    def watched(self) -> Iterator[Callable[[], int]]:
        """A function that tells the most memory seen since the beginning of the block."""
        seen, done = [self.memory()], Event()

        def look() -> None:
            while not done.wait(EVERY):
                seen[0] = max(seen[0], self.memory())

        thread = Thread(target=look, daemon=True)
        thread.start()
        try:
            yield lambda: max(seen[0], self.memory())
        finally:
            done.set()
            thread.join()


def read(process: int, name: str) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * KILOBYTE
    raise LookupError(name)


@contextmanager
def served() -> Iterator[Server]:
    """gunicorn until the end of the block; the environment says which database."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--workers", "1"]
    environment = os.environ | {"HOST": "127.0.0.1", "PORT": str(port)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(address, process)
        yield Server(address, child_of(process.pid))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 10):
        if process.poll() is not None:
            break
        with suppress(httpx.TransportError):
            if httpx.get(f"{address}/healthz").status_code == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def child_of(process: int) -> int:
    [worker] = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(worker)
