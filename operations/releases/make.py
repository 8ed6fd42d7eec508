"""Making a release: all files, their sums, only then its name, and a note that it was made."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from django.utils import translation
from django.utils.translation import gettext as _

from operations.models import ReleaseMade
from operations.problems import Refused

from .catalogue import Release, find, home
from .moment import settled_state
from .remove import DRAFT, remove_texts
from .write import write


def make() -> tuple[Release, bool]:
    """The release of the record as it is now, and whether it is new.

    The same state gives the same name and the same bytes. ``Refused`` when another package of
    that name differs: a release is never written again. Files of earlier releases that hold a
    text redacted since are deleted.
    """
    home().mkdir(mode=0o700, parents=True, exist_ok=True)
    remove_texts()
    draft = Path(mkdtemp(dir=home(), prefix=DRAFT))
    try:
        # What a release says of itself is in English, whoever makes it.
        with translation.override("en"), settled_state() as (state, over):
            made = write(state, over, draft)
        found = settle(made.name, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    ReleaseMade.objects.get_or_create(name=made.name, defaults=made.row)
    return found


def settle(name: str, draft: Path) -> tuple[Release, bool]:
    """Give the draft its name, unless the same release is there already."""
    there = find(name)
    if there is None:
        return Release(draft.rename(home() / name)), True
    if there.sums != Release(draft).sums:
        words = {"name": name, "files": ", ".join(differing(there, Release(draft)))}
        raise Refused(
            _("The release %(name)s exists and is never changed, but would differ in: %(files)s.")
            % words
        )
    return there, False


def differing(one: Release, other: Release) -> list[str]:
    names = sorted({*one.sums, *other.sums})
    return [name for name in names if one.sums.get(name) != other.sums.get(name)]
