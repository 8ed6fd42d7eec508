"""Editions written elsewhere, taken over verbatim: same numbers, times, hashes and cursors."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.utils.translation import gettext as _

from operations import index
from operations.codes import EditionKind, WithdrawalClass
from operations.document import Lookup, build_context, canonical, seal
from operations.document.context import ContextRecord
from operations.models import Edition, EditionWords, Operation
from operations.problems import Refused

from . import cursors
from .editions import last_edition, write_index

CODES = {
    "kind": EditionKind.values,
    "class": [*WithdrawalClass.values, ""],
    "redaction_class": [*WithdrawalClass.values, ""],
}
TIME = "%Y-%m-%dT%H:%M:%SZ"


def restore_edition(row: dict[str, Any], operation: Operation) -> Edition:
    """Store one line of ``editions.ndjson``, in the order of the file.

    ``Refused`` when its text is not what its hash seals. Whether chains and index hold is for
    ``verify`` to say, over all of them.
    """
    refuse_forged(row)
    text = canonical(row["document"]) if row["document"] else ""
    if text and seal(text) != row["sha256"]:
        name = f"{row['operation']} · {row['edition']}"
        raise Refused(
            _("%(edition)s: its SHA-256 is not that of its document.") % {"edition": name}
        )
    end_previous(operation, moment(row["published_at"]))
    edition = Edition(
        pk=cursors.key(row["cursor"]), operation=operation, document=text, **values(row)
    )
    edition.save(force_insert=True)
    if text:
        write_index(edition, row["document"])
    return edition


def refuse_forged(row: dict[str, Any]) -> None:
    """What no hash seals: the chain of a redacted edition is taken as it is."""
    for key, codes in CODES.items():
        if row[key] not in codes:
            message = _("there is no “%(id)s”.") % {"id": row[key]}
            raise Refused(f"{key}: {message}")
    if bool(row["redacted_at"]) != bool(row["redaction_class"]):
        raise Refused(_("a redaction has a time and a class; one of them is missing."))
    if row["redacted_at"] and (row["reason"] or row["document"]):
        raise Refused(_("it is redacted, but has a reason or a text."))


def values(row: dict[str, Any]) -> dict[str, Any]:
    survivor = row["merged_into"]
    return {
        **(index.columns(row["document"]) if row["document"] else index.EMPTY),
        "code": row["operation"],
        "number": row["edition"],
        "kind": row["kind"],
        "reason": row["reason"],
        "withdrawal_class": row["class"],
        "merged_into": Operation.objects.get(code=survivor) if survivor else None,
        "sha256": row["sha256"],
        "previous_chain": row["previous"],
        "chain": row["chain"],
        "valid_from": moment(row["published_at"]),
        "single_checked": row["single_checked"],
        "redacted_at": moment(row["redacted_at"]) if row["redacted_at"] else None,
        "redaction_class": row["redaction_class"],
    }


def restore_context(record: ContextRecord, row: dict[str, Any]) -> None:
    """Show readers again what a release says of a record, as of when it was published."""
    record.refresh_from_db()
    published_at = row.get("published_at")
    record.document = canonical(build_context(record, Lookup()))
    record.published_at = moment(published_at) if published_at else None
    record.single_checked = row.get("single_checked", False)
    record.save(update_fields=["document", "published_at", "single_checked"])


def end_previous(operation: Operation, ended: datetime) -> None:
    previous = last_edition(operation)
    if previous is not None:
        Edition.objects.filter(pk=previous.pk).update(valid_to=ended)
        EditionWords.objects.filter(pk=previous.pk).delete()


def moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, TIME).replace(tzinfo=UTC)
    except ValueError as error:
        raise Refused(_("“%(text)s” is no time of a release.") % {"text": text}) from error


def count_on() -> None:
    """Let the next edition be numbered after those that brought their keys along."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Edition]):
            cursor.execute(statement)
