"""The site as it runs in production, on a port of its own, before the tests ask anything.

A server of its own rather than pytest-django's `live_server`: DEBUG is off, static files are
named by their content, compressed and served by WhiteNoise, the policy headers are those of
production, and gunicorn with the project's own settings answers. The data are loaded once for
all processes of a run, which pytest's own database, emptied after each test, would not allow.
"""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.processes import COMMANDS, answers

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60  # seconds to start
SERVER = [*COMMANDS["server"], "--workers=1"]


def environment(folder: Path, port: int, **switches: str) -> dict[str, str]:
    """Only what is said here: nothing of the machine that runs the tests leaks in."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": "0",
        "DATA_DIR": str(folder),
        "DEBUG": "off",
        "SECRET_KEY": "only for tests in a browser, and it protects nothing at all",
        "ALLOWED_HOSTS": HOST,
        "HTTPS": "off",
        # What lies behind it is what most tests are about.
        "SECOND_FACTOR": "off",
        "HOST": HOST,
        "PORT": str(port),
        "SITE_URL": f"http://{HOST}:{port}",
        **switches,
    }


def prepare(
    folder: Path, *arguments: str, module: str = "tests.browser.prepare", **switches: str
) -> None:
    """Fill ``folder`` once, however many processes ask for it at the same time."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark = folder / "prepared"
        if mark.exists():
            return
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=environment(folder, free_port(), **switches),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"The data for the browser could not be loaded:\n{done.stdout}")
        mark.touch()


@contextmanager
def serve(folder: Path, **switches: str) -> Iterator[str]:
    """Serve what is in ``folder`` and yield the address, without a slash at its end."""
    port = free_port()
    given = environment(folder, port, **switches)
    process = subprocess.Popen(SERVER, cwd=ROOT, env=given)  # noqa: S603 - ours
    try:
        wait_until_it_answers(process, port)
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    """Return when the port is open; raise when the server ends or takes too long."""
    for _ in range(PATIENCE * 20):
        if process.poll() is not None:
            break
        if answers(HOST, port):
            return
        time.sleep(0.05)
    raise RuntimeError("The server for the browser did not start.")


def free_port() -> int:
    with socket.create_server((HOST, 0)) as server:
        return int(server.getsockname()[1])
