"""Redaction, for harm or law: the text goes, the hash stays, the chain still verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import index
from operations.codes import EditionKind
from operations.models import Edition, EditionFigure, EditionTerm, EditionWords, Operation
from operations.problems import Refused

from .editions import last_edition, lock, write
from .reasons import require_class, require_reason
from .reissue import reissue_referrers

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.contrib.auth.models import User

BLANK = {"document": "", "reason": "", **index.EMPTY}


def redact(
    operation: Operation,
    *,
    by: User | None,
    withdrawal_class: str,
    reason: str,
    numbers: Collection[int] | None = None,
) -> list[Edition]:
    """Blank editions; a tombstone follows when the current one is among them.

    ``numbers`` may name tombstones too, whose reasons then go; ``None`` is every edition with a
    document. Returns the editions that were blanked. The working copy and its private history
    stay as they are: correct the one, and blank what ``history`` holds with ``history.blank``.
    """
    require_class(withdrawal_class)
    reason = require_reason(reason)
    with transaction.atomic():
        operation = lock(operation)
        editions = chosen_editions(operation, numbers)
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


def chosen_editions(operation: Operation, numbers: Collection[int] | None) -> list[Edition]:
    """The editions to blank; refused when one of them is not there, or blank already."""
    whole = operation.editions.filter(redacted_at__isnull=True).order_by("number")
    if numbers is None:
        chosen = list(whole.exclude(document=""))
        missing = set[int]()
    else:
        chosen = list(whole.filter(number__in=numbers))
        missing = set(numbers) - {edition.number for edition in chosen}
    if missing or not chosen:
        named = ", ".join(map(str, sorted(missing))) or operation.code
        raise Refused(_("There is no such edition to redact: %(editions)s.") % {"editions": named})
    return chosen


def blank(editions: list[Edition], withdrawal_class: str) -> None:
    EditionTerm.objects.filter(edition__in=editions).delete()
    EditionFigure.objects.filter(edition__in=editions).delete()
    EditionWords.objects.filter(edition__in=editions).delete()
    Edition.objects.filter(pk__in=[edition.pk for edition in editions]).update(
        redacted_at=timezone.now(), redaction_class=withdrawal_class, **BLANK
    )
