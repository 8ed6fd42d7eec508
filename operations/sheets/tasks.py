"""Reading, checking and writing a file that was brought, in the background."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from operations.models import Import, ImportState
from operations.problems import Refused

from .applying import Moved, apply
from .planning import Plan, changes, plan
from .progress import Progress, forget
from .reading import Book, read

logger = logging.getLogger(__name__)
# What a page, and a row of the database, can reasonably hold.
MOST_FAULTS, MOST_CHANGES = 2000, 1000


@task()
def check_import(key: int, language: str) -> None:
    """Background task: read the file, check all of it, store what it would do."""
    with translation.override(language):
        record = start(key, ImportState.WAITING, ImportState.CHECKING)
        if record is not None:
            guarded(record, check)


@task()
def write_import(key: int, language: str) -> None:
    """Background task: check again, and write what was shown if nothing moved since."""
    with translation.override(language):
        record = start(key, ImportState.CONFIRMED, ImportState.WRITING)
        if record is not None:
            guarded(record, write)


def start(key: int, before: ImportState, state: ImportState) -> Import | None:
    """Take the import in hand; nothing when another worker has, or it was discarded."""
    if not Import.objects.filter(pk=key, state=before).update(state=state):
        return None
    return Import.objects.select_related("made_by").get(pk=key)


def guarded(record: Import, step: Any) -> None:
    """Whatever goes wrong, the page has to say so instead of waiting for ever."""
    try:
        step(record)
    except Refused as refused:
        fail(record, list(refused.reasons))
    except Exception:
        fail(record, [_("A fault of the software; it is in the log. Nothing was written.")])
        logger.exception("import %s", record.pk)
        raise


def fail(record: Import, reasons: list[str]) -> None:
    finish(record, ImportState.FAILED, {**record.result, "reasons": reasons})


def finish(record: Import, state: ImportState, result: dict[str, Any]) -> None:
    record.state, record.result = state, result
    record.save(update_fields=["state", "result", "seal", "changed_at"])


def check(record: Import) -> None:
    book, found = planned(record, "check")
    record.seal = found.seal
    state = ImportState.FAULTY if found.faults else ImportState.CHECKED
    finish(record, state, described(book, found))


def write(record: Import) -> None:
    book, found = planned(record, "check")
    shown, record.seal = record.seal, found.seal
    if found.faults or found.seal != shown:
        look_again(record, book, found)
        return
    try:
        note = _("import: %(file)s") % {"file": record.name}
        apply(found, record.made_by, note[:500], Progress(record, "write"))
    except Moved:
        book, found = planned(record, "check")
        record.seal = found.seal
        look_again(record, book, found)
        return
    finish(record, ImportState.DONE, described(book, found))
    forget(record)


def look_again(record: Import, book: Book, found: Plan) -> None:
    """Something was saved since the check: show the new state of things, write nothing."""
    state = ImportState.FAULTY if found.faults else ImportState.CHECKED
    finish(record, state, {**described(book, found), "moved": True})


def planned(record: Import, stage: str) -> tuple[Book, Plan]:
    report = Progress(record, stage)
    report(0, 0)
    with Path(record.file.path).open("rb") as stream:
        book = read(stream, record.name)
    return book, plan(book, record.made_by, report)


def described(book: Book, found: Plan) -> dict[str, Any]:
    """What the page shows."""
    listed = [changes(target).as_dict() for target in found.writes[:MOST_CHANGES]]
    return {
        "counts": book.counts,
        "notices": book.notices,
        "faults": [fault.as_dict() for fault in found.faults[:MOST_FAULTS]],
        "faults_total": len(found.faults),
        "changes": [] if found.faults else listed,
        "new": sum(target.is_new for target in found.writes),
        "changed": sum(not target.is_new for target in found.writes),
        "unchanged": found.unchanged,
        "kept": found.kept,
        "sources": [source["id"] for source in found.sources],
    }
