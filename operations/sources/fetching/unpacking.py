"""Unpacking a body piece by piece, so that a bomb is noticed before it goes off."""

from __future__ import annotations

import zlib

from operations.codes import Outcome

from .stop import Stop

GZIP = 16 + zlib.MAX_WBITS
# What is asked for; a server that packs otherwise is not understood.
ACCEPTED = "gzip"
PIECE = 256 * 1024


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body as its author wrote it; ``Stop`` when it is larger than ``limit``."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if not names:
        return body
    if names not in (["gzip"], ["x-gzip"]):
        raise Stop(Outcome.BROKEN, f"Packed as {encoding[:40]}.")
    return gunzipped(body, limit)


def gunzipped(body: bytes, limit: int) -> bytes:
    whole = bytearray()
    try:
        while body:
            member = zlib.decompressobj(GZIP)
            while body and not member.eof:
                whole += member.decompress(body, PIECE)
                if len(whole) > limit:
                    raise Stop(Outcome.BOMB)
                body = member.unconsumed_tail or member.unused_data
            if not member.eof:
                raise Stop(Outcome.BROKEN, "The packed answer breaks off.")
            # Some servers pad with zeros.
            body = member.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise Stop(Outcome.BROKEN, "It says that it is packed, and is not.") from error
    return bytes(whole)
