"""What a reviewer saw, so that nothing else is approved or published in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from operations import history
from operations.document import Lookup, build, build_context, canonical, seal
from operations.models import Operation, Revision
from operations.problems import Refused

TOKEN = re.compile(r"([0-9]{1,9})-([0-9a-f]{64})")


@dataclass(frozen=True)
class Reviewed:
    """The number of the last revision, and the hash of the document that publishing would make.

    The hash also notices a term or a source that the record quotes.
    """

    revision: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.revision}-{self.sha256}"

    @classmethod
    def read(cls, token: str) -> Reviewed | None:
        """From a form; nothing when it is no such token."""
        found = TOKEN.fullmatch(token)
        return cls(int(found[1]), found[2]) if found else None


def reviewed(record: Any) -> Reviewed:
    """What somebody who looks at the record now sees."""
    return Reviewed(revision_number(record), seal(canonical(document_of(record))))


def document_of(record: Any) -> dict[str, Any]:
    if isinstance(record, Operation):
        whole = Operation.objects.whole().get(pk=record.pk)
        return build(whole, Lookup(also_public=[record.code]))
    return build_context(type(record).objects.get(pk=record.pk), Lookup())


def revision_number(record: history.Record) -> int:
    numbers = history.revisions(record).order_by("-number").values_list("number", flat=True)
    return numbers.first() or 0


def waits(operation: Operation) -> bool:
    """Whether something was saved since the revision that readers see."""
    return revision_number(operation) > (operation.public_revision or 0)


def require_unchanged(record: Any, seen: Reviewed | None) -> None:
    """Refuse when the record is not what was seen; commands have seen nothing."""
    if seen is None or seen == reviewed(record):
        return
    last = history.latest(record)
    if last is None or last.number == seen.revision:
        raise Refused(
            _(
                "A term, a source or another operation that it names was changed after you opened"
                " the page. What readers would see is shown anew: look again."
            )
        )
    raise Refused(
        _(
            "%(who)s saved it on %(when)s (revision %(number)s), after you opened the page. What"
            " readers would see is shown anew: look again."
        )
        % {"who": saved_by(last), "when": moment(last), "number": last.number}
    )


def saved_by(revision: Revision) -> str:
    return revision.made_by.get_username() if revision.made_by else _("A command")


def moment(revision: Revision) -> str:
    return date_format(timezone.localtime(revision.made_at), "DATETIME_FORMAT")
