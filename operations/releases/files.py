"""The files of a package: which, of what kind, with which hash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from operations.importing.sums import digest, inside

__all__ = ["MEDIA_TYPES", "digest", "inside", "media_type", "pieces"]

MEDIA_TYPES = {
    ".cff": "text/yaml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".ndjson": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite3": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PLAIN = "text/plain"
PIECE = 64 * 1024


def media_type(name: str) -> str:
    return MEDIA_TYPES.get(Path(name).suffix, PLAIN)


def content_type(name: str) -> str:
    """The media type as the header says it: every text of a release is UTF-8."""
    found = media_type(name)
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def pieces(file: Path) -> Iterator[bytes]:
    """The bytes of a file, which is opened when somebody reads."""
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece
