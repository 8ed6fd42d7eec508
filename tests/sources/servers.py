"""Real servers on 127.0.0.1 that stand in, by name, for good and hostile servers outside.

``Outside`` is the network as the fetcher sees it: names resolve to public numbers, and a public
number leads to a local server. Numbers that nobody stands in for are connected to as they are,
so a guard that let a private number pass would reach the server that listens there.
"""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpcore

from operations.codes import Outcome
from operations.sources.fetching.fetcher import Fetcher
from operations.sources.fetching.limits import Limits
from operations.sources.fetching.network import Network
from operations.sources.fetching.rate import Turns
from operations.sources.fetching.stop import Stop

Answer = Callable[[socket.socket, str], None]
QUICK = Limits(
    connect_seconds=1,
    read_seconds=1,
    total_seconds=2,
    robots_seconds=1,
    host_interval_seconds=0,
    body_bytes=200_000,
    unpacked_bytes=400_000,
    header_bytes=8_000,
)
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def response(body: bytes | str = "", *, status: str = "200 OK", **headers: str) -> bytes:
    content = body.encode() if isinstance(body, str) else body
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}Connection: close\r\n\r\n".encode() + content


def redirect(to: str, status: str = "302 Found") -> bytes:
    return response(status=status, Location=to)


@dataclass
class Server:
    """One listening socket; ``pages`` by path, ``hits`` as they came, robots aside."""

    port: int = 0
    host: str = "127.0.0.1"
    pages: dict[str, bytes | Answer] = field(default_factory=dict)
    robots: bytes | Answer = NO_ROBOTS
    hits: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    connections: int = 0
    tls: ssl.SSLContext | None = None
    names: list[str | None] = field(default_factory=list)

    def serve(self, line: socket.socket) -> None:
        self.connections += 1
        if self.tls is None:
            self.talk(line)
            return
        with self.tls.wrap_socket(line, server_side=True) as wrapped:
            self.talk(wrapped)

    def talk(self, line: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = line.recv(4096)
            if not piece:
                return
            head += piece
        path = head.split(b" ")[1].decode()
        if path == "/robots.txt":
            answer = self.robots
        else:
            self.hits.append(path)
            self.requests.append(head.decode())
            answer = self.pages.get(path, response("gone", status="404 Not Found"))
        if isinstance(answer, bytes):
            line.sendall(answer)
        else:
            answer(line, path)


@contextmanager
def listening(host: str = "127.0.0.1") -> Iterator[Server]:
    """A server until the test ends."""
    served = Server(host=host)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                served.serve(self.request)

    class Listening(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

    with Listening((host, 0), Handler) as server:
        served.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()


@dataclass
class Outside:
    """Names, the numbers they resolve to, and which local server answers at a public number."""

    names: dict[str, list[list[str]]] = field(default_factory=dict)
    servers: dict[str, Server] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)

    def stand_in(self, name: str, number: str, server: Server) -> None:
        self.names[name] = [[number]]
        self.servers[number] = server

    def resolve(self, host: str, seconds: float) -> list[str]:
        """The next answer for a name; the last one stays."""
        self.looked_up.append(host)
        answers = self.names.get(host)
        if not answers:
            raise Stop(Outcome.NO_SUCH_NAME, host)
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        self.connected.append(address)
        server = self.servers.get(address)
        where = (server.host, server.port) if server else (address, port)
        return httpcore.SyncBackend().connect_tcp(*where, timeout=seconds)

    def fetcher(self, limits: Limits = QUICK, turns: Turns | None = None) -> Fetcher:
        return Fetcher(Network(self.resolve, self.connect), limits, turns or Turns())


def dripping(head: bytes, piece: bytes, pause: float = 0.2) -> Answer:
    """Send ``head``, then ``piece`` again and again, with a pause."""

    def answer(line: socket.socket, path: str) -> None:
        line.sendall(head)
        stop = threading.Event()
        while not stop.wait(pause):
            line.sendall(piece)

    return answer


def flooding(head: bytes, piece: bytes, times: int) -> Answer:
    def answer(line: socket.socket, path: str) -> None:
        line.sendall(head)
        for _ in range(times):
            line.sendall(piece)

    return answer


def closing(said: bytes = b"") -> Answer:
    def answer(line: socket.socket, path: str) -> None:
        line.sendall(said)

    return answer


def silent(line: socket.socket, path: str) -> None:
    """Say nothing until the other side gives up."""
    line.recv(1)


ANY: Any = object()
