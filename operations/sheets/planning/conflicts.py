"""Whether somebody saved an operation since the file was made: nobody overwrites anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from operations.models import Revision

from .assemble import laid
from .known import Held, normal
from .target import Target

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def is_untouched(target: Target) -> bool:
    """Whether the file only repeats what it was made from, so that what was saved since stays."""
    if target.held is None or target.revision is None:
        return False
    if target.revision == target.held.revision_number:
        return False
    old = document_of(target.code, target.revision)
    if old is None:
        return False
    own = target.rows.get("")
    if own is not None and not own.cells:
        return target.document == old
    figures = [row for key, row in target.rows.items() if key]
    again = laid(target.code, own, figures, old, target.held.last_figure_number)
    return again.document == old


def document_of(code: str, number: int) -> dict[str, Any] | None:
    """The working copy at a revision; nothing where its content was cleaned away."""
    found = Revision.objects.filter(record="operation", code=code, number=number).first()
    content = found.document if found else {}
    if not content.get("document"):
        return None
    notes = content.get("fields", {}).get("internal_notes", "")
    return normal({**content["document"], "internal_notes": notes})


def refuse_overwriting(target: Target, by: User | None) -> None:
    """Add a fault where the file would overwrite what its sender may not have seen."""
    held = target.held
    if held is None or held.revision is None or target.revision == held.revision_number:
        return
    if target.revision is None and by is not None and held.revision.made_by_id == by.pk:
        # The last word was the sender's own.
        return
    message = _(
        "%(who)s saved this operation on %(when)s (revision %(number)s), and the file was made"
        " from %(given)s. Export it again, or write %(number)s in this column once you have seen"
        " what changed."
    )
    given = _("revision %(number)s") % {"number": target.revision}
    unknown = _("a state that it does not name")
    target.fault(
        "revision",
        message % {**words(held), "given": given if target.revision else unknown},
        first_key(target),
    )


def words(held: Held) -> dict[str, Any]:
    revision = held.revision
    assert revision is not None  # noqa: S101 - narrows the type
    moment = timezone.localtime(revision.made_at)
    return {
        "who": revision.made_by or _("Somebody"),
        "when": date_format(moment, "DATETIME_FORMAT"),
        "number": revision.number,
    }


def first_key(target: Target) -> str:
    """The row that speaks of the operation first: its own, else that of a figure."""
    return "" if "" in target.rows else next(iter(target.rows), "")
