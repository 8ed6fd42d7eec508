"""What is told of a release to whoever chooses a file.

Files in folders, one for each operation, are left to the list of sums: there may be many thousands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from operations.document.canonical import timestamp
from operations.exports.addresses import absolute

from .catalogue import SUMS, Release
from .files import digest, media_type


@dataclass(frozen=True)
class Listed:
    """One file of a release; one that was taken down has no size, for it is not there."""

    name: str
    size: int | None
    sha256: str


def main_files(release: Release) -> Iterator[Listed]:
    """The files at the top of the package."""
    for name, sha256 in release.lines():
        if "/" not in name:
            file = None if release.redaction else release.file(name)
            if file or release.redaction:
                yield Listed(name, file.stat().st_size if file else None, sha256)


def as_json(release: Release) -> dict[str, Any]:
    """The release in ``/data.json``."""
    address = absolute(f"/data/{release.name}/")
    gone = release.redaction
    return {
        "name": release.name,
        "version": release.version,
        "address": address,
        "taken_down": {"at": timestamp(gone.at), "class": gone.withdrawal_class} if gone else None,
        "files": [
            {
                "path": each.name,
                "address": None if gone else f"{address}{each.name}",
                "mediatype": media_type(each.name),
                "bytes": each.size,
                "sha256": each.sha256,
            }
            for each in main_files(release)
        ],
        "sums": {
            "path": SUMS,
            "address": f"{address}{SUMS}",
            "files": sum(1 for _line in release.lines()),
            "sha256": digest(release.folder / SUMS),
        },
    }
