"""Canonical JSON and the hashes that seal an edition.

Canonical means: UTF-8, keys sorted, no white space between tokens. ``jq -cS .`` of a document
gives the same bytes (but for jq's final line feed).
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import orjson


def canonical(content: dict[str, Any]) -> str:
    """One line of JSON that depends on the content alone."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()


def seal(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def timestamp(moment: datetime) -> str:
    """UTC to the second, as documents write times."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
