"""Shape of a source: as documents quote it, and with what became of its address since."""

from __future__ import annotations

from operations import codes

from .parts import (
    DAY,
    EDTF,
    ID,
    MOMENT,
    SHA256,
    TEXT,
    WHOLE,
    code,
    document,
    entry,
    listed,
    nullable,
)

QUOTED_SOURCE = entry(
    "A source as the document quotes it.",
    id=ID,
    title=TEXT,
    publisher=TEXT,
    original_publisher={**TEXT, "description": "When this is a reprint or a copy."},
    url=TEXT,
    published=nullable(EDTF),
    language=code(codes.Language),
    kind=code(codes.SourceKind),
    tier={**WHOLE, "enum": [1, 2, 3], "description": "1 official, 2 reporting, 3 derived."},
    accessed_on=nullable(DAY),
    archives=listed(entry(url=TEXT, sha256=SHA256, archived_on=DAY)),
)

SOURCE = document(
    "A source that a public record cites, and what was found at its address when last checked.",
    **QUOTED_SOURCE["properties"],
    health=code(codes.SourceHealth),
    checked_at={**nullable(MOMENT), "description": "When the health was last confirmed."},
    kept_copies=listed(entry(sha256=SHA256, archived_on=DAY)),
)
