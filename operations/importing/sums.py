"""Whether a folder is the release that was made: its files are those listed, each with its sum."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.utils.translation import gettext as _

from operations.problems import Refused

SUMS = "SHA256SUMS"


def inside(folder: Path) -> list[str]:
    """Names of the files below a folder, in one order."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return sorted(each.relative_to(folder).as_posix() for each in files)


def digest(file: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def check_sums(folder: Path, *needed: str) -> None:
    """``Refused`` unless the listed files and no others are there, unchanged; so are ``needed``."""
    if lacking := [name for name in (SUMS, *needed) if not (folder / name).is_file()]:
        words = {"path": folder, "files": ", ".join(lacking)}
        raise Refused(_("%(path)s is not a release: it lacks %(files)s.") % words)
    sums, there = listed(folder), set(inside(folder)) - {SUMS}
    if strangers := sorted(there - sums.keys()):
        words = {"files": ", ".join(strangers), "sums": SUMS}
        raise Refused(_("%(sums)s does not list %(files)s.") % words)
    for name, wanted in sums.items():
        if name not in there or digest(folder / name) != wanted:
            raise Refused(_("%(file)s is not the file that was released.") % {"file": name})


def listed(folder: Path) -> dict[str, str]:
    """SHA-256 by the name of the file."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
        return {name: wanted for wanted, name in (line.split("  ", 1) for line in lines)}
    except ValueError as error:
        raise Refused(_("%(file)s is no list of sums.") % {"file": SUMS}) from error
