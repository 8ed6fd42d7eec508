"""Deleting what may hold a text that was redacted."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import time

from .catalogue import SUMS, home, known

DRAFT = ".draft-"
# No release takes as long: whoever wrote the draft was stopped.
DAY = 24 * 60 * 60


def remove_texts() -> None:
    """Delete the files of releases that were taken down, but not their sums; and old drafts."""
    for release in known():
        if release.redaction:
            for part in release.folder.iterdir():
                if part.name != SUMS:
                    remove(part)
    for draft in home().glob(f"{DRAFT}*"):
        if draft.stat().st_mtime < time() - DAY:
            remove(draft)


def remove(part: Path) -> None:
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink()
