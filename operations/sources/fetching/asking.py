"""One request and its whole answer, within the limits."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from operations.codes import Outcome

from .addresses import Target
from .clock import Deadline
from .limits import Limits
from .network import Network
from .result import Exchange
from .stop import Stop
from .transport import GuardedTransport
from .unpacking import ACCEPTED

# Statuses whose bodies nobody reads: redirects and refusals.
BODY_MATTERS = range(200, 300)


def headers(agent: str) -> list[tuple[str, str]]:
    """Who asks, and for what; no cookie, no referrer."""
    return [
        ("User-Agent", agent),
        ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1"),
        ("Accept-Language", "en, zh-Hant;q=0.9, *;q=0.5"),
        ("Accept-Encoding", ACCEPTED),
        ("Connection", "close"),
    ]


def ask(  # noqa: PLR0913 - what a request depends on, each by name
    target: Target,
    *,
    agent: str,
    network: Network,
    limits: Limits,
    deadline: Deadline,
    most: int,
    cut: bool = False,
) -> Exchange:
    """Send a GET and read the answer; ``Stop`` says what went wrong.

    Beyond ``most`` bytes it stops, or with ``cut`` keeps what came.
    """
    transport = GuardedTransport(network, limits, deadline)
    timeout = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
    request = httpx.Request(
        "GET", target.url, headers=headers(agent), extensions={"timeout": timeout.as_dict()}
    )
    with failures_named(target), httpx.Client(transport=transport, trust_env=False) as client:
        response = client.send(request, stream=True, follow_redirects=False)
        try:
            body = b"" if response.is_redirect else whole(response, most, deadline, cut=cut)
        finally:
            response.close()
    return Exchange(
        url=str(request.url),
        request_headers=[(key.decode(), value.decode()) for key, value in request.headers.raw],
        status=response.status_code,
        reason=response.reason_phrase,
        headers=[(k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers.raw],
        body=body,
    )


def whole(response: httpx.Response, most: int, deadline: Deadline, *, cut: bool) -> bytes:
    """The body as sent. A length that is too large already is believed."""
    matters = response.status_code in BODY_MATTERS
    said = response.headers.get("content-length", "")
    if matters and not cut and said.isdecimal() and int(said[:20]) > most:
        raise Stop(Outcome.TOO_LARGE, said[:20])
    body = bytearray()
    for piece in response.iter_raw():
        deadline.left()
        body += piece
        if len(body) > most:
            if matters and not cut:
                raise Stop(Outcome.TOO_LARGE)
            break
    return bytes(body[:most])


@contextmanager
def failures_named(target: Target) -> Iterator[None]:
    """Turn what the network does wrong into outcomes."""
    try:
        yield
    except (httpcore.ConnectTimeout, httpcore.ConnectError) as error:
        cause = error.__cause__ or error.__context__
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise Stop(Outcome.BAD_CERTIFICATE, cause.verify_message) from error
        raise Stop(Outcome.NO_CONNECTION, target.host) from error
    except httpcore.TimeoutException as error:
        raise Stop(Outcome.TIMED_OUT) from error
    except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
        if "too long" in str(error):
            raise Stop(Outcome.LONG_HEADERS) from error
        raise Stop(Outcome.BROKEN) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as error:
        raise Stop(Outcome.BROKEN) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Stop(Outcome.BAD_ADDRESS) from error
