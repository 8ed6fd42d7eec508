"""Taking a merger back: public again, and links where they were."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from operations.codes import EditionKind
from operations.document import Lookup, build, difference, dress
from operations.models import Edition, Operation
from operations.problems import Refused

from .editions import last_edition, lock, write
from .reasons import require_reason
from .reissue import OWN_KEYS

if TYPE_CHECKING:
    from django.contrib.auth.models import User

AsIf = dict[str, dict[str, str]]


def unmerge(operation: Operation, *, by: User | None, reason: str) -> Edition | None:
    """Take back the redirect and show readers again what they read before the merger.

    Like a reissue it dresses what was published, never the working copy. Where that text was
    redacted meanwhile, the operation comes back as gone; ``None`` where it is gone already.
    """
    reason = require_reason(reason)
    with transaction.atomic():
        operation = lock(operation)
        if operation.merged_into_id is None:
            raise Refused(_("%(id)s was not merged.") % {"id": operation.code})
        Operation.objects.filter(pk=operation.pk).update(merged_into=None)
        last = last_edition(operation)
        if last is None or last.kind != EditionKind.MERGED:
            return None
        before = operation.editions.get(number=last.number - 1)
        if before.is_redacted:
            return write(
                operation,
                None,
                kind=EditionKind.REDACTED,
                reason=reason,
                by=by,
                withdrawal_class=before.redaction_class,
            )
        return write(
            operation,
            dress(published(before), Lookup(also_public=[operation.code])),
            kind=EditionKind.PUBLISHED,
            reason=reason,
            by=by,
            single_checked=before.single_checked,
        )


def published(edition: Edition) -> dict[str, Any]:
    return {key: value for key, value in edition.content.items() if key not in OWN_KEYS}


def is_settled(operation: Operation, lookup: Lookup) -> bool:
    """Whether readers see what the working copy says: no change of it waits for review."""
    last = last_edition(operation)
    if last is None or not last.document:
        return False
    working = build(Operation.objects.whole().get(pk=operation.pk), lookup)
    return not difference(dress(published(last), lookup), working)


def restore(keys: Iterable[int], as_if: AsIf, *, by: User | None, reason: str) -> list[str]:
    """Let documents name again what their working copies name, once a merger is undone.

    ``as_if`` is the merger: seen with it, a document and its working copy have to agree, or a
    change waits for review and must not be swept along. Returns the ids of those that wait.
    """
    waiting = []
    supposed, lookup = Lookup(as_if=as_if), Lookup()
    with transaction.atomic():
        for operation in Operation.objects.filter(pk__in=list(keys)).order_by("pk"):
            last = last_edition(lock(operation))
            if last is None or not last.document:
                continue
            if is_settled(operation, supposed):
                rewrite(operation, last, lookup, by, reason)
            else:
                waiting.append(operation.code)
    return waiting


def rewrite(
    operation: Operation, last: Edition, lookup: Lookup, by: User | None, reason: str
) -> None:
    working = build(Operation.objects.whole().get(pk=operation.pk), lookup)
    if difference(published(last), working):
        write(
            operation,
            working,
            kind=EditionKind.REISSUED,
            reason=reason,
            by=by,
            single_checked=last.single_checked,
        )
