"""Where an address leads now: to an edition, to a tombstone, or to the survivor of a merger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils.translation import gettext as _

from operations.codes import EditionKind, WithdrawalClass
from operations.models import Edition


@dataclass
class Gone(Exception):  # noqa: N818 — an answer, not a fault
    """An operation or an edition that was public once and is not any more."""

    code: str
    withdrawal_class: str
    reason: str
    since: datetime

    @property
    def class_words(self) -> str:
        return str(WithdrawalClass(self.withdrawal_class).label)


@dataclass
class Moved(Exception):  # noqa: N818 — an answer, not a fault
    """An operation that was merged into another."""

    survivor: str


def current(code: str) -> Edition:
    """The edition that readers see now.

    Raises ``Http404`` for an operation that was never public, ``Gone`` and ``Moved``.
    """
    found = Edition.objects.current().select_related("merged_into").filter(code=code).first()
    return public_or_raise(found)


def numbered(code: str, number: int) -> Edition:
    """One edition, current or not, for ever; raises as ``current`` does."""
    editions = Edition.objects.select_related("merged_into").filter(code=code, number=number)
    return public_or_raise(editions.first())


def public_or_raise(edition: Edition | None) -> Edition:
    if edition is None:
        raise Http404(_("There is no such operation or edition."))
    if edition.merged_into:
        raise Moved(edition.merged_into.code)
    if edition.is_tombstone:
        raise Gone(edition.code, edition.withdrawal_class, edition.reason, edition.valid_from)
    if edition.redacted_at:
        reason = reason_of_redaction(edition)
        raise Gone(edition.code, edition.redaction_class, reason, edition.redacted_at)
    return edition


def reason_of_redaction(edition: Edition) -> str:
    """What the tombstone after it says: the edition's own reason went with its text.

    Empty when only past editions were redacted, since nothing then ended the operation.
    """
    later = Edition.objects.filter(operation=edition.operation_id, number__gt=edition.number)
    tombstone = later.filter(kind=EditionKind.REDACTED).order_by("number").first()
    return tombstone.reason if tombstone else ""
