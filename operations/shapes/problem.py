"""Shape of an error: problem details (RFC 9457)."""

from __future__ import annotations

from operations import codes

from .parts import TEXT, WHOLE, code, entry, listed

PROBLEM = entry(
    "Problem details (RFC 9457).",
    type=TEXT,
    title=TEXT,
    status=WHOLE,
    detail=TEXT,
    errors=listed(
        entry(
            "A parameter that was wrong: what was given, and what was expected in plain words.",
            parameter=TEXT,
            value=TEXT,
            expected=TEXT,
        )
    ),
)

GONE = entry(
    "A withdrawn or redacted operation.",
    **PROBLEM["properties"],
    **{
        "class": code(codes.WithdrawalClass),
        "reason": {**TEXT, "description": "Why, for readers; empty when that was redacted too."},
    },
)
