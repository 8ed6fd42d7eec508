"""Renewing what published documents quote: a renamed term, a changed source, a gone relation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from operations.codes import EditionKind
from operations.document import Lookup, dress
from operations.document.difference import UNCOMPARED
from operations.index import MENTIONED, RELATIONS
from operations.models import Edition, EditionTerm, Operation, Source, Term

from .context import renew_context
from .editions import last_edition, lock, write

if TYPE_CHECKING:
    from django.contrib.auth.models import User

REISSUE_AT_ONCE = 200
OWN_KEYS = UNCOMPARED - {"vocabulary"}


def showing(record: Term | Source) -> list[int]:
    """Keys of the operations whose current document quotes a term or a source."""
    if isinstance(record, Source):
        return operations_with(record.code, "source")
    return operations_with(record.code, record.vocabulary, MENTIONED + record.vocabulary)


def operations_with(term: str, *vocabularies: str) -> list[int]:
    rows = EditionTerm.objects.filter(vocabulary__in=vocabularies, term=term)
    rows = rows.filter(edition__in=Edition.objects.public())
    return sorted(set(rows.values_list("edition__operation_id", flat=True)))


def reissue(record: Term | Source, *, by: User | None) -> int:
    """Renew every current document that quotes ``record``; returns how many quote it.

    Up to ``REISSUE_AT_ONCE`` at once; beyond that in batches by a recorded background task.
    """
    return renew(showing(record), record.code, by)


def reissue_referrers(operation: Operation, *, by: User | None) -> int:
    """Renew the documents that point to an operation which just left or moved."""
    return renew(operations_with(operation.code, *RELATIONS), operation.code, by)


def renew(keys: list[int], code: str, by: User | None) -> int:
    reason = _("Renewed: %(record)s") % {"record": code}
    if len(keys) <= REISSUE_AT_ONCE:
        reissue_all(keys, reason, by)
    else:
        for start in range(0, len(keys), REISSUE_AT_ONCE):
            reissue_batch.enqueue(keys[start : start + REISSUE_AT_ONCE], reason)
    renew_context(Lookup())
    return len(keys)


@task()
def reissue_batch(keys: list[int], reason: str) -> int:
    """Background task: renew one batch; returns how many editions it wrote."""
    return reissue_all(keys, reason, None)


def reissue_all(keys: Iterable[int], reason: str, by: User | None) -> int:
    lookup = Lookup()
    with transaction.atomic():
        operations = Operation.objects.filter(pk__in=list(keys))
        return sum(reissue_one(operation, lookup, reason, by) for operation in operations)


def reissue_one(operation: Operation, lookup: Lookup, reason: str, by: User | None) -> bool:
    operation = lock(operation)
    last = last_edition(operation)
    if last is None or not last.document:
        return False
    published = {key: value for key, value in last.content.items() if key not in OWN_KEYS}
    renewed = dress(published, lookup)
    if renewed == published:
        return False
    write(
        operation,
        renewed,
        kind=EditionKind.REISSUED,
        reason=reason,
        by=by,
        single_checked=last.single_checked,
    )
    return True
