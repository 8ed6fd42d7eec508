"""Making the working copy what a revision says, as a new revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from operations import history
from operations.document import Lookup, build_context
from operations.importing import shapes
from operations.importing.figures import load_figures
from operations.importing.operations import shaped, write
from operations.importing.saving import find, named, naming, put
from operations.importing.shape import fit
from operations.models import Assessment, Operation, Revision, Statement
from operations.problems import Refused
from operations.publishing.context import check_rules

from .kept import restored
from .missing import missing

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOTE_LENGTH = 500


def revert(
    record: Any, number: int, *, by: User | None, last: int, note: str = ""
) -> Revision | None:
    """Back to revision ``number``; nothing when the record says so already.

    ``last`` is the revision that whoever decided knew as the last. What is public stays as it
    is. ``Refused`` names whatever stands in the way, and then nothing is written.
    """
    with transaction.atomic():
        model = type(record)
        held = model._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
        revision = wanted(held, number, last)
        with naming(str(revision)):
            restore(held, revision.document)
        said = _("Back to revision %(number)s.") % {"number": number}
        return history.save_revision(held, by, f"{said} {note}".strip()[:NOTE_LENGTH])


def wanted(record: Any, number: int, last: int) -> Revision:
    """The revision, unless something stands in the way."""
    if history.last_number(history.record_name(record), record.code) != last:
        raise Refused(_("Somebody saved this record meanwhile: look again at what would change."))
    revision = history.revisions(record).filter(number=number).first()
    if revision is None:
        raise Refused(_("There is no revision %(number)s.") % {"number": number})
    if revision.is_blanked:
        raise Refused(_("Revision %(number)s was blanked: its text is gone.") % {"number": number})
    gone = missing(record, revision)
    if gone:
        raise Refused(*gone)
    return revision


def restore(record: Any, content: dict[str, Any]) -> None:
    fields = content["fields"]
    if isinstance(record, Operation):
        notes = {"internal_notes": fields["internal_notes"]}
        write(record, shaped({**content["document"], **notes}))
    else:
        put(record, columns(record, fields))
    for name, codes in lists(record, fields).items():
        related = history.relations_of(type(record))[name]
        getattr(record, name).set(named(related, codes))
    if isinstance(record, Assessment | Statement):
        load_figures(record, fit(content["figures"], [shapes.FIGURE], "figures"))
        check_rules(build_context(type(record)._default_manager.get(pk=record.pk), Lookup()))


def columns(record: Any, fields: dict[str, Any]) -> dict[str, Any]:
    relations, many = history.relations_of(type(record)), lists(record, fields)
    return {
        name: find(relations[name], fields[name]) if name in relations else fields[name]
        for name in restored(type(record), fields)
        if name not in many
    }


def lists(record: Any, fields: dict[str, Any]) -> dict[str, Any]:
    many = {field.name for field in record._meta.many_to_many}
    return {name: fields[name] for name in restored(type(record), fields) if name in many}
