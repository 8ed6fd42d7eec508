"""The two things that touch the outside: looking a name up and opening a connection.

Both can be replaced, so that tests stand local servers in for public ones by name.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

import httpcore

from operations.codes import Outcome

from .stop import Stop

Resolve = Callable[[str, float], list[str]]
Connect = Callable[[str, int, float], httpcore.NetworkStream]

GONE = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def look_up(host: str, seconds: float) -> list[str]:
    """The numbers of a name. The system's own look-up knows no time limit, so a thread waits."""
    answer: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            answer.append([str(each[4][0]) for each in found])
        except (OSError, UnicodeError) as error:
            answer.append(error if isinstance(error, OSError) else OSError(str(error)))

    # A daemon: a look-up that hangs must not keep the process from ending.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not answer:
        raise Stop(Outcome.NAME_FAILED, host)
    if isinstance(answer[0], OSError):
        gone = answer[0].errno in GONE
        raise Stop(Outcome.NO_SUCH_NAME if gone else Outcome.NAME_FAILED, host)
    return answer[0]


def open_connection(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """A connection to a number: nothing is looked up here."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


@dataclass(frozen=True)
class Network:
    resolve: Resolve = look_up
    connect: Connect = open_connection
