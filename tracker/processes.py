"""The server and the worker for background tasks, started and stopped together."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.environment import BASE_DIR

COMMANDS = {
    "worker": [sys.executable, "manage.py", "db_worker", "--queue-name=*"],
    "server": [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--log-level=warning"],
}
PAUSE = 0.1
PATIENCE = 30  # seconds for requests and a task under way to end


def serve(host: str, port: int, *, shown: str) -> int:
    """Run both until Ctrl-C (exit code 0) or until one of them ends by itself (1)."""
    with interrupts() as received:
        # Groups of their own: Ctrl-C reaches only this process, which then ends each of them
        # once. A second signal would make the worker drop its task.
        running = {
            name: subprocess.Popen(command, cwd=BASE_DIR, process_group=0)  # noqa: S603 - ours
            for name, command in COMMANDS.items()
        }
        said = False
        while not received and not (ended := has_ended(running)):
            if not said and answers(host, port):
                said = True
                print(f"Serving at {shown}/ (Ctrl-C stops it).", flush=True)  # noqa: T201
            time.sleep(PAUSE)
        stop(list(running.values()))
    if received:
        return 0
    print(f"The {ended} ended by itself, so everything stops.", file=sys.stderr)  # noqa: T201
    return 1


@contextmanager
def interrupts() -> Iterator[list[int]]:
    """Collect the signals that ask for an end.

    An exception instead could strike in the middle of a start and leave a process behind.
    """
    received: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {one: signal.signal(one, lambda number, _: received.append(number)) for one in numbers}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def has_ended(running: dict[str, subprocess.Popen[bytes]]) -> str | None:
    """The name of one that runs no more."""
    return next((name for name, one in running.items() if one.poll() is not None), None)


def answers(host: str, port: int) -> bool:
    """Whether something listens at the address."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End the processes politely, and after a while not so politely."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
