"""Two terms are found to be one; and, when that was wrong, two again.

The term that goes stays as a retired code with its successor: its address, filters and old
documents lead on. Every row of the working copy that names it is pointed to the successor, and
the documents that quote it are reissued.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import history, publishing
from operations.models import Assessment, Finding, Merger, Operation, Statement, Term
from operations.problems import Refused

from .context import restore_context
from .naming_rows import columns
from .pointing import Moved, point, point_back
from .term_refusals import refuse_merger

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass
class MergedTerm:
    """How many rows were pointed elsewhere, and the published documents that wait."""

    rows: int = 0
    documents: int = 0
    waiting_elsewhere: list[str] = field(default_factory=list)


def merge(term: Term, into: Term, *, by: User | None, reason: str = "") -> MergedTerm:
    """Retire ``term`` in favour of ``into``, which gains its names and everything naming it."""
    with transaction.atomic():
        publishing.take_turn()
        term, into = held(term), held(into)
        refuse_merger(term, into)
        moved = point(columns(type(term)), term, into)
        aliases = take_over_names(term, into)
        term.successor = into
        term.save()
        note = _("Merged: %(id)s into %(into)s") % {"id": term.code, "into": into.code}
        record_revisions([term, into, *moved.records()], by, note)
        Merger.objects.create(
            record=term.vocabulary,
            code=term.code,
            into=into.code,
            reason=reason.strip(),
            gained={"aliases": aliases, **moved.noted()},
            made_by=by,
        )
        documents = publishing.reissue(term, by=by)
        # Its names have changed, too.
        publishing.reissue(into, by=by)
        return MergedTerm(rows=moved.count, documents=documents)


def extent(term: Term) -> list[tuple[Any, int]]:
    """What a merger would point elsewhere: rows by the table that they are in."""
    counted: dict[str, int] = {}
    for column in columns(type(term)):
        name = str(column.what)
        counted[name] = counted.get(name, 0) + column.naming(term).count()
    return sorted((name, number) for name, number in counted.items() if number)


def undo(term: Term, *, by: User | None) -> MergedTerm:
    """Bring a merged term back, and to it what still names its successor because of the merger."""
    with transaction.atomic():
        publishing.take_turn()
        merger = standing(term)
        term, into = held(term), held(type(term)._default_manager.get(code=merger.into))
        if into.successor:
            words = {"id": into.code, "into": into.successor.code}
            raise Refused(_("%(id)s was merged into %(into)s since: undo that first.") % words)
        term.successor = None
        term.save()
        into.aliases = [name for name in into.aliases if name not in merger.gained["aliases"]]
        into.save()
        moved = point_back(columns(type(term)), term, into, merger.gained)
        note = _("Undone: the merger of %(id)s") % {"id": term.code}
        record_revisions([term, into, *moved.records()], by, note)
        merger.undone_at, merger.undone_by = timezone.now(), by
        merger.save()
        waiting = restore(term, into, moved, by)
        documents = publishing.reissue(into, by=by)
        return MergedTerm(rows=moved.count, documents=documents, waiting_elsewhere=waiting)


def restore(term: Term, into: Term, moved: Moved, by: User | None) -> list[str]:
    as_if = {term.vocabulary: {term.code: into.code}}
    reason = _("Renewed: %(record)s") % {"record": term.code}
    keys = [record.pk for record in moved.records() if isinstance(record, Operation)]
    waiting = publishing.restore(keys, as_if, by=by, reason=reason)
    restore_context(
        {
            model: [record for record in moved.records() if isinstance(record, model)]
            for model in (Assessment, Statement, Finding)
        },
        as_if,
    )
    return waiting


def held(term: Term) -> Term:
    """The term as the database has it now, held until the transaction ends."""
    found: Term = type(term)._default_manager.select_for_update(of=("self",)).get(pk=term.pk)
    return found


def take_over_names(term: Term, into: Term) -> list[str]:
    known = {into.name_en, into.name_zh_hant, *into.aliases, ""}
    names = dict.fromkeys((term.name_en, term.name_zh_hant, *term.aliases))
    gained = [name for name in names if name not in known]
    into.aliases = [*into.aliases, *gained]
    try:
        into.clean_fields(exclude={f.name for f in into._meta.fields} - {"aliases"})
    except ValidationError as error:
        raise Refused(*error.messages) from error
    into.save()
    return gained


def standing(term: Term) -> Merger:
    found = Merger.objects.standing().filter(record=term.vocabulary, code=term.code).first()
    if found is None:
        raise Refused(_("%(id)s was not merged.") % {"id": term.code})
    return found


def record_revisions(records: list[Any], by: User | None, note: str) -> None:
    for record in records:
        history.save_revision(record, by, note)
