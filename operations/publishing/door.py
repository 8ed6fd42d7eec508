"""Publish, withdraw and merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from operations import figures, reporting
from operations.codes import EditionKind
from operations.document import Lookup, build, claims, difference
from operations.models import Edition, Operation, Report
from operations.problems import Refused

from .editions import last_edition, lock, write
from .four_eyes import is_alone, require_second
from .reasons import guarded, require_class, require_reason
from .reissue import reissue_referrers
from .reviewed import Reviewed, require_unchanged
from .workflow import settle

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PREVIEW = {"edition": None, "published_at": None}


def compile_document(operation: Operation, lookup: Lookup) -> dict[str, Any]:
    """The document of the working copy, or ``Refused`` naming what breaks which rule."""
    content = build(Operation.objects.whole().get(pk=operation.pk), lookup)
    found = figures.problems(claims(content))
    if found:
        raise Refused(*(problem.message for problem in found))
    return content


def preview(operation: Operation) -> dict[str, Any]:
    """What publishing now would show, without the rules that publishing checks."""
    whole = Operation.objects.whole().get(pk=operation.pk)
    return {**build(whole, Lookup(also_public=[operation.code])), **PREVIEW}


def publish(
    operation: Operation,
    *,
    by: User | None,
    reason: str = "",
    seen: Reviewed | None = None,
    reports: Iterable[Report] = (),
) -> Edition | None:
    """Compile the next edition; ``None`` when it would say what the current one says.

    Refused when somebody changed what ``by`` has ``seen``, and when the last change is ``by``'s
    own, unless the rule of four eyes is off. ``reports`` are those of readers that led to it: the
    reason says so, and they name it.
    """
    reports = list(reports)
    with transaction.atomic():
        require_unchanged(lock(operation), seen)
        reason = reporting.credited(reason, reports)
        edition = publish_one(operation, Lookup(also_public=[operation.code]), by, reason)
        if edition is not None:
            reporting.credit(edition, reports)
    return edition


def publish_together(
    operations: Iterable[Operation],
    *,
    by: User | None,
    reason: str = "",
    on_each: Callable[[Operation], None] = lambda operation: None,
) -> list[Edition]:
    """Publish operations that point to each other, each link whole from the first edition."""
    operations = list(operations)
    with transaction.atomic():
        lookup = Lookup(also_public=[operation.code for operation in operations])
        editions = []
        for operation in operations:
            edition = publish_one(operation, lookup, by, reason)
            editions += [edition] if edition else []
            on_each(operation)
    return editions


def publish_one(
    operation: Operation, lookup: Lookup, by: User | None, reason: str
) -> Edition | None:
    given, operation = operation, lock(operation)
    if operation.merged_into:
        survivor = operation.merged_into.code
        raise Refused(_("It was merged into %(id)s; publish that.") % {"id": survivor})
    content = compile_document(operation, lookup)
    last = last_edition(operation)
    if last and last.document and not difference(last.content, content):
        settle(given)
        return None
    require_second(operation, by)
    if last and not reason.strip():
        raise Refused(_("Say why, for readers: this is not the first edition."))
    reason = guarded(reason)
    settle(given)
    kind = EditionKind.CORRECTED if last and not last.is_tombstone else EditionKind.PUBLISHED
    return write(
        operation,
        content,
        kind=kind,
        reason=reason,
        by=by,
        single_checked=is_alone(operation, by),
    )


def withdraw(
    operation: Operation, *, by: User | None, withdrawal_class: str, reason: str
) -> Edition:
    """End an operation's public life with a tombstone: 410, gone from every list."""
    with transaction.atomic():
        operation = lock(operation)
        require_public(operation)
        edition = write(
            operation,
            None,
            kind=EditionKind.WITHDRAWN,
            reason=require_reason(reason),
            by=by,
            withdrawal_class=require_class(withdrawal_class),
        )
        reissue_referrers(operation, by=by)
    return edition


def merge(operation: Operation, into: Operation, *, by: User | None, reason: str) -> Edition:
    """Redirect one operation to another that describes the same thing, for good."""
    if operation.pk == into.pk:
        raise Refused(_("An operation cannot be merged into itself."))
    with transaction.atomic():
        operation, into = lock(operation), lock(into)
        require_public(operation)
        require_public(into)
        Operation.objects.filter(pk=operation.pk).update(merged_into=into)
        Operation.objects.filter(merged_into=operation).update(merged_into=into)
        operation.refresh_from_db()
        edition = write(
            operation,
            None,
            kind=EditionKind.MERGED,
            reason=require_reason(reason),
            by=by,
            merged_into=into,
        )
        reissue_referrers(operation, by=by)
    return edition


def require_public(operation: Operation) -> None:
    last = last_edition(operation)
    if last is None or last.is_tombstone:
        raise Refused(_("%(id)s is not public.") % {"id": operation.code})
