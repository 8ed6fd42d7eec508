"""Which releases there are: folders that are finished, each with what it says of itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings

from operations.document.canonical import timestamp

SUMS = "SHA256SUMS"
DESCRIPTION = "datapackage.json"
# The time of the last edition in it, without colons, which not all file systems take.
NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z\Z", re.ASCII)


@dataclass(frozen=True)
class Release:
    """One package. It never changes, so what is read of it holds for good."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def moment(self) -> datetime:
        """The time of its last edition."""
        return datetime.fromisoformat(self.name)

    @property
    def version(self) -> str:
        """The same as ``as_of`` takes it."""
        return timestamp(self.moment)

    @cached_property
    def description(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / DESCRIPTION).read_text("utf-8"))
        return found

    @cached_property
    def sums(self) -> dict[str, str]:
        """SHA-256 by the name of the file, in the order of the list."""
        lines = (self.folder / SUMS).read_text("utf-8").splitlines()
        return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}

    def size(self, name: str) -> int:
        return (self.folder / name).stat().st_size

    def file(self, name: str) -> Path | None:
        """A file that belongs to the package; whatever else lies in the folder is none."""
        return self.folder / name if name in self.sums or name == SUMS else None


def home() -> Path:
    """The folder that holds the releases."""
    return Path(settings.DATA_DIR) / "releases"


def known() -> list[Release]:
    """Newest first. What is half written has another name and is not seen."""
    folders = home().iterdir() if home().is_dir() else ()
    return [Release(each) for each in sorted(folders, reverse=True) if NAME.match(each.name)]


def latest() -> Release | None:
    return next(iter(known()), None)


def find(name: str) -> Release | None:
    folder = home() / name
    return Release(folder) if NAME.match(name) and folder.is_dir() else None
