"""Taking a file in, confirming it, checking it again, throwing it away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from operations.models import Import, ImportState
from operations.problems import Refused

from .progress import forget, progress
from .reading import glance
from .tasks import check_import, write_import

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# How long a file lies here that nobody confirms. It may hold what must not be kept.
KEPT = timedelta(days=7)
# How long a worker may be silent before it is taken for dead.
STALLED = timedelta(minutes=2)
SETTLED = (ImportState.FAULTY, ImportState.CHECKED, ImportState.FAILED)


def bring(file: UploadedFile[bytes], by: User) -> Import:
    """Store a file and have it checked; ``Refused`` when it is no table that is known.

    The header is read at once: a wrong column is told before anybody waits.
    """
    name = file.name or ""
    book = glance(file, name)  # type: ignore[arg-type]
    purge()
    file.seek(0)
    record = Import(name=name[-200:], size=file.size or 0, made_by=by)
    record.result = {"notices": book.notices}
    record.file.save(name, file, save=False)
    record.save()
    enqueue(record)
    return record


def enqueue(record: Import) -> None:
    """The queue is in the same database: what is rolled back is not queued either."""
    task = write_import if record.state == ImportState.CONFIRMED else check_import
    task.enqueue(record.pk, get_language() or "en")


def confirm(record: Import) -> None:
    """Have what was shown written. ``Refused`` unless it was checked and found good."""
    move(record, (ImportState.CHECKED,), ImportState.CONFIRMED)


def again(record: Import) -> None:
    """Check the same file once more: terms and sources may have been recorded since."""
    move(record, (*SETTLED, *stuck(record)), ImportState.WAITING)


def discard(record: Import) -> None:
    """Forget a file that was not written."""
    states = (*SETTLED, ImportState.WAITING, *stuck(record))
    if not Import.objects.filter(pk=record.pk, state__in=states).update(state=ImportState.FAILED):
        raise Refused(not_now(record))
    forget(record)
    record.delete()


def move(record: Import, before: tuple[ImportState, ...], state: ImportState) -> None:
    if not record.file:
        raise Refused(_("The file is no longer here. Bring it again."))
    if not Import.objects.filter(pk=record.pk, state__in=before).update(
        state=state, changed_at=timezone.now()
    ):
        raise Refused(not_now(record))
    record.refresh_from_db()
    enqueue(record)


def not_now(record: Import) -> str:
    return _("That cannot be done now: %(state)s.") % {"state": record.get_state_display()}


def stuck(record: Import) -> tuple[ImportState, ...]:
    """States that a worker which was stopped leaves behind."""
    if timezone.now() - record.changed_at < STALLED or is_lively(record):
        return ()
    return (ImportState.WAITING, ImportState.CHECKING, ImportState.CONFIRMED, ImportState.WRITING)


def is_lively(record: Import) -> bool:
    """Whether a worker reported lately."""
    return bool(progress(record).get("age", STALLED.seconds) < STALLED.seconds)


def purge() -> None:
    """Throw away what nobody confirmed in time."""
    old = Import.objects.filter(changed_at__lt=timezone.now() - KEPT)
    for record in old.exclude(state=ImportState.DONE):
        forget(record)
        record.delete()
