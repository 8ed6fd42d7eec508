"""Copies of pages that this site keeps: private files, of which the public sees hash and date."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import history, publishing
from operations.models import Archive, Source

from . import warc

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .fetching import Fetched

PIECE = 1024 * 1024
FOLDER = "archives"


def folder() -> Path:
    return Path(settings.DATA_DIR) / FOLDER


def path_of(archive: Archive) -> Path:
    """Where the file is; never outside the folder, whatever the row says."""
    path = (folder() / archive.file).resolve()
    if not archive.file or not path.is_relative_to(folder().resolve()):
        raise FileNotFoundError(archive.file)
    return path


def keep_if_new(source: Source, fetched: Fetched, fingerprint: str) -> Archive | None:
    """Keep a page that was read, when it says something that no copy of it says yet.

    After an administrator removed a copy nothing more is kept of that source: the reason for
    removing it would come back with the next check.
    """
    if not fetched.was_read or source.archives.filter(removed_at__isnull=False).exists():
        return None
    copies = source.archives.filter(kept=True)
    if copies.filter(fingerprint=fingerprint).exists():
        return None
    return keep(source, fetched, fingerprint)


def keep(source: Source, fetched: Fetched, fingerprint: str) -> Archive:
    now = timezone.now()
    name = f"{source.code}/{now:%Y%m%dT%H%M%SZ}-{fingerprint[:12] or 'page'}.warc.gz"
    path = folder() / name
    make_private(path.parent)
    sha256, size = write_closed(path, fetched)
    return Archive.objects.create(
        source=source,
        sha256=sha256,
        archived_at=now,
        kept=True,
        quoted=False,
        file=name,
        size=size,
        fingerprint=fingerprint,
    )


def make_private(path: Path) -> None:
    """Folders that other users of the machine cannot look into."""
    for each in (folder(), path):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_closed(path: Path, fetched: Fetched) -> tuple[str, int]:
    """Write whole or not at all, readable by its owner alone; returns hash and size."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:  # mkstemp opens with 0600
            warc.write(stream, fetched, path.name)
            stream.flush()
            os.fsync(stream.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return hash_of(path), path.stat().st_size


def hash_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def verify() -> Iterator[str]:
    """What is wrong with the kept copies, a sentence each."""
    names = set()
    for archive in Archive.objects.exclude(file="").select_related("source").iterator():
        names.add(archive.file)
        words = {"source": archive.source.code, "file": archive.file}
        try:
            found = hash_of(path_of(archive))
        except OSError:
            yield _("%(source)s: the copy %(file)s cannot be read.") % words
            continue
        if found != archive.sha256:
            yield _("%(source)s: the copy %(file)s is not what was stored.") % words
    for path in sorted(folder().glob("*/*.warc.gz")):
        name = str(path.relative_to(folder()))
        if name not in names:
            yield _("%(file)s belongs to no source.") % {"file": name}


def remove(archive: Archive) -> None:
    """Delete the file; that there was one, when, and its hash stay."""
    if archive.file:
        path_of(archive).unlink(missing_ok=True)
    archive.file, archive.size, archive.removed_at = "", None, timezone.now()
    archive.save(update_fields=["file", "size", "removed_at"])


def remove_all(source: Source) -> None:
    """Before a source is deleted with its rows."""
    for archive in source.archives.exclude(file=""):
        remove(archive)


def quote(archive: Archive, by: User) -> int:
    """List a kept copy in the documents that cite its source; returns how many are renewed."""
    archive.quoted = True
    archive.save(update_fields=["quoted"])
    note = _("A kept copy is quoted: %(sha256)s") % {"sha256": archive.sha256[:12]}
    history.save_revision(archive.source, by, note)
    return publishing.reissue(archive.source, by=by)
