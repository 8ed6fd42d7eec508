"""Shape of a change: one edition as those see it who keep a copy."""

from __future__ import annotations

from operations import codes

from .parts import ID, MOMENT, SHA256, TEXT, WHOLE, code, entry, nullable, ref

CHANGE = entry(
    "One edition. A tombstone has no document: the operation is to be dropped from a copy.",
    cursor={
        **TEXT,
        "description": "Where to come back to: pass it back as it is.",
        "examples": ["68-3f9a1c"],
    },
    operation=ID,
    edition=WHOLE,
    kind=code(codes.EditionKind),
    reason={**TEXT, "description": "What readers were told."},
    published_at=MOMENT,
    sha256={**SHA256, "description": "Of the document's bytes, kept when it is redacted."},
    document=nullable(ref("Operation")),
)
