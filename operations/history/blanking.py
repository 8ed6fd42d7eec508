"""Taking the text out of revisions after a redaction; the row stays, so that numbering holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from operations.codes import WithdrawalClass
from operations.models import PrivacyOverride, Revision
from operations.problems import Refused

from .revisions import Record, revisions

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def blank(
    record: Record, numbers: Collection[int], *, by: User | None, redaction_class: str
) -> list[int]:
    """Blank revisions of a record for good; returns their numbers, refuses unknown ones.

    The note goes too: it may repeat what the document said.
    """
    if redaction_class not in WithdrawalClass.values:
        expected = ", ".join(WithdrawalClass.values)
        raise Refused(_("Unknown class; one of: %(classes)s.") % {"classes": expected})
    with transaction.atomic():
        held = revisions(record).filter(number__in=numbers, blanked_at=None)
        keys = dict(held.select_for_update().values_list("number", "pk"))
        found = sorted(keys)
        missing = sorted(set(numbers) - set(found))
        if missing or not found:
            named = ", ".join(map(str, missing)) or record.code
            raise Refused(
                _("There is no such revision to blank: %(numbers)s.") % {"numbers": named}
            )
        Revision.objects.filter(pk__in=keys.values()).update(
            document={},
            note="",
            blanked_at=timezone.now(),
            blanked_by=by,
            blanked_class=redaction_class,
        )
    return found


def overridden(record: Record) -> QuerySet[PrivacyOverride]:
    """What was let stand in a record and in its figures, as far as it still holds words."""
    own = Q(code=record.code) | Q(code__startswith=f"{record.code}.")
    return PrivacyOverride.objects.filter(own).exclude(excerpt="")


def blank_overrides(record: Record) -> int:
    """Take the words out of the overrides; that and why something was let stand remains."""
    return overridden(record).update(excerpt="")
