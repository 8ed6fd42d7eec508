"""Which releases there are: folders that are finished, each with what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from django.conf import settings

from operations.document.canonical import timestamp
from operations.models.release import NAME

from .taken_down import Redaction, first_after, redactions

SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Release:
    """One package. Its files never change; when a text in it is redacted, they go."""

    folder: Path
    # Set when it was taken down.
    redaction: Redaction | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def moment(self) -> datetime:
        """The second that it shows the end of."""
        return datetime.fromisoformat(self.name)

    @property
    def version(self) -> str:
        """The same as ``as_of`` takes it."""
        return timestamp(self.moment)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Name and SHA-256 of each file, in the order of the list."""
        with (self.folder / SUMS).open(encoding="utf-8") as file:
            for line in file:
                digest, _space, name = line.rstrip("\n").partition("  ")
                yield name, digest

    @cached_property
    def sums(self) -> dict[str, str]:
        return dict(self.lines())

    def file(self, name: str) -> Path | None:
        """A file that the list names and the folder holds; whatever else there is, is none."""
        if name != SUMS and name not in self.sums:
            return None
        file = (self.folder / name).resolve()
        return file if file.is_relative_to(self.folder.resolve()) and file.is_file() else None


def home() -> Path:
    """The folder that holds the releases."""
    return Path(settings.DATA_DIR) / "releases"


def known() -> list[Release]:
    """Newest first. What is half written has another name, or no sums, and is not seen."""
    folders = home().iterdir() if home().is_dir() else ()
    whole = [folder for folder in sorted(folders, reverse=True) if is_whole(folder)]
    since = redactions() if whole else []
    return [opened(folder, since) for folder in whole]


def is_whole(folder: Path) -> bool:
    return bool(NAME.match(folder.name)) and (folder / SUMS).is_file()


def latest() -> Release | None:
    """The newest that can be taken away."""
    return next((release for release in known() if release.redaction is None), None)


def find(name: str) -> Release | None:
    folder = home() / name
    return opened(folder, redactions()) if is_whole(folder) else None


def opened(folder: Path, since: list[Redaction]) -> Release:
    """The release in a folder, with the redaction that took it down."""
    return Release(folder, first_after(Release(folder).moment, since))
