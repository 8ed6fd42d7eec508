"""Redaction, for harm or law: the text goes, the hash stays, the chain still verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import index
from operations.codes import EditionKind, WithdrawalClass
from operations.models import Edition, EditionFigure, EditionTerm, Operation
from operations.problems import Refused

from .door import require_reason
from .editions import last_edition, lock, write
from .reissue import reissue_referrers

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.contrib.auth.models import User

BLANK = {
    "document": "",
    "reason": "",
    "name_en": "",
    "name_zh_hant": "",
    "search_text": "",
    "undated": True,
    "sort_date": index.UNDATED,
    "earliest": None,
    "latest": None,
    "open_ended": False,
    "operation_kind": "",
    "status": "",
    "disputed": False,
    "arrests": None,
}


def redact(
    operation: Operation,
    *,
    by: User | None,
    withdrawal_class: str,
    reason: str,
    numbers: Collection[int] | None = None,
) -> list[Edition]:
    """Blank editions (all when ``numbers`` is ``None``); a tombstone follows a blanked current one.

    Returns the editions that were blanked. To put a clean text in their place, correct the
    working copy and publish again.
    """
    if withdrawal_class not in WithdrawalClass.values:
        expected = ", ".join(WithdrawalClass.values)
        raise Refused(_("Unknown class; one of: %(classes)s.") % {"classes": expected})
    reason = require_reason(reason)
    with transaction.atomic():
        operation = lock(operation)
        chosen = operation.editions.exclude(document="")
        if numbers is not None:
            chosen = chosen.filter(number__in=numbers)
        editions = list(chosen)
        if not editions:
            raise Refused(_("There is no such edition to redact."))
        last = last_edition(operation)
        blank(editions, withdrawal_class)
        if last in editions:
            write(
                operation,
                None,
                kind=EditionKind.REDACTED,
                reason=reason,
                by=by,
                withdrawal_class=withdrawal_class,
            )
            reissue_referrers(operation, by=by)
    return editions


def blank(editions: list[Edition], withdrawal_class: str) -> None:
    EditionTerm.objects.filter(edition__in=editions).delete()
    EditionFigure.objects.filter(edition__in=editions).delete()
    Edition.objects.filter(pk__in=[edition.pk for edition in editions]).update(
        redacted_at=timezone.now(), redaction_class=withdrawal_class, **BLANK
    )
