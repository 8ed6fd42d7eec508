"""What a file would do: faults, or what would change. Nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from operations import roles
from operations.document import canonical
from operations.sheets.faults import Fault, Place, in_order
from operations.sheets.reading import Book

from . import assemble, documents
from .check import check
from .conflicts import is_untouched, refuse_overwriting
from .known import Known
from .sources import new_sources
from .target import Target
from .unknown import unknown_operation

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Called with how many operations are checked, of how many, and the faults so far.
Report = Callable[[int, int, list[Fault]], None]


@dataclass
class Plan:
    """``writes`` are the operations to write; ``kept`` were saved by others since and stay."""

    writes: list[Target] = field(default_factory=list)
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def seal(self) -> str:
        """The hash of all that would be written and of what it would replace."""
        digest = hashlib.sha256()
        for target in self.writes:
            before = target.held.document if target.held else None
            content = {"code": target.code, "before": before, "after": target.document}
            digest.update(canonical(content).encode())
        for source in self.sources:
            digest.update(canonical(source).encode())
        return digest.hexdigest()


def plan(book: Book, by: User | None, report: Report = lambda *_: None) -> Plan:
    """Check a whole file against the working copies as they are now; all faults at once."""
    known = Known()
    if book.documents is not None:
        documents.sheet_of_sources(book)
    found = Plan(sources=new_sources(book, known, by))
    maker = assemble if book.documents is None else documents
    # Assembling is the first half of the way, checking the second.
    targets = maker.targets(book, known, lambda n, of: report(n // 2, of, book.faults))
    found_here = ((t.code, t.document["part_of"]) for t in targets if not t.is_lost)
    known.operations.update(found_here)
    known.look_up_sources(source["id"] for t in targets for source in t.document["sources"])
    found.faults = list(book.faults)
    for done, target in enumerate(targets):
        report((len(targets) + done) // 2, len(targets), found.faults)
        examine(target, known, by, found)
    found.faults = in_order(found.faults)
    return found


def examine(target: Target, known: Known, by: User | None, found: Plan) -> None:
    if target.is_lost:
        where = target.any_row()
        place = where.place if where else Place(target.code)
        message = unknown_operation(target.code, known)
        found.faults.append(Fault(place, "operation", message, target.code))
        return
    if target.is_unchanged and not target.faults:
        found.unchanged += 1
        return
    if not target.faults and is_untouched(target):
        found.kept.append(target.code)
        return
    refuse_overwriting(target, by)
    refuse_merged(target, known)
    refuse_without_right(target, by)
    check(target, known)
    found.faults.extend(target.faults)
    found.writes.append(target)


def refuse_merged(target: Target, known: Known) -> None:
    if target.code in known.merged:
        message = _("This operation was merged into “%(id)s”: change that one.")
        target.fault("id", message % {"id": known.merged[target.code]})


def refuse_without_right(target: Target, by: User | None) -> None:
    if by is None:
        return
    if target.is_new and not by.has_perm(roles.permission("add", "operation")):
        target.fault("id", _("You may not record new operations."))
    if not target.is_new and not by.has_perm(roles.permission("change", "operation")):
        target.fault("id", _("You may not change operations."))
