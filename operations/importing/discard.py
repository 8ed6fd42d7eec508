"""Making a working copy again what readers see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from operations import publishing
from operations.models import Edition, Operation
from operations.problems import Refused

from .operations import load_operation, shaped

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def discard(
    operation: Operation,
    *,
    by: User | None,
    note: str = "",
    seen: publishing.Reviewed | None = None,
) -> bool:
    """Make the working copy what the current edition says; whether anything differed.

    What was saved since stays in the revisions, and a new one records this. What readers cannot
    see stays as it is: internal notes, and links to operations that are not public.
    """
    with transaction.atomic():
        operation = Operation.objects.select_for_update(of=("self",)).get(pk=operation.pk)
        publishing.require_unchanged(operation, seen)
        edition = readable(operation)
        row = with_private_links(shaped(edition.content), operation)
        words = _("Back to edition %(number)s.") % {"number": edition.number}
        _operation, changed = load_operation(row, by, is_new=False, note=f"{words} {note}".strip())
        publishing.note_discarded(operation, by=by, comment=note)
    return changed


def readable(operation: Operation) -> Edition:
    current = operation.current_edition
    if current is None or not current.document:
        message = _("%(id)s is not public: there is nothing to go back to.")
        raise Refused(message % {"id": operation.code})
    return current


def with_private_links(row: dict[str, Any], operation: Operation) -> dict[str, Any]:
    """The row with the links of the working copy that no document shows yet."""
    hidden = Operation.objects.filter(merged_into=None).exclude(
        pk__in=Operation.objects.public().values("pk")
    )
    parent = hidden.filter(parts=operation).first()
    overlaps = hidden.filter(pk__in=operation.may_overlap.values("pk"))
    covered = {
        figure.public_id: hidden.filter(pk__in=figure.covers.values("pk"))
        for figure in operation.figures.filter(covers__in=hidden).distinct()
    }
    return {
        **row,
        "part_of": row["part_of"] or (parent.code if parent else None),
        "may_overlap": with_codes(row["may_overlap"], overlaps),
        "figures": [
            {**figure, "covers": with_codes(figure["covers"], covered.get(figure["id"], ()))}
            for figure in row["figures"]
        ],
    }


def with_codes(codes: list[str], others: Any) -> list[str]:
    return sorted({*codes, *(other.code for other in others)})
