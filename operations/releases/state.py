"""The state of the record that a release is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from operations.document.canonical import timestamp
from operations.exports.asking import Asked
from operations.filters import Selection, select
from operations.models import Assessment, Edition, Finding, Statement
from operations.models.edition import EditionQuerySet
from operations.problems import Refused

BATCH = 200


class ById(Selection):
    """A selection in the order of ids."""

    @property
    def ordered(self) -> EditionQuerySet:
        return self.editions.order_by("code")


@dataclass(frozen=True)
class State:
    """The record as ``one_state`` shows it: its last edition, and the second that it is as of."""

    last: int
    moment: datetime

    @classmethod
    def now(cls) -> State:
        last = Edition.objects.aggregate(last=Max("pk"))["last"]
        if last is None:
            raise Refused(_("Nothing is published yet, so there is nothing to release."))
        return cls(last, max(times()).astimezone(UTC).replace(microsecond=0))

    @property
    def version(self) -> str:
        """The time as documents write it."""
        return timestamp(self.moment)

    @property
    def name(self) -> str:
        """The same without colons, which file systems do not all take."""
        return self.version.replace(":", "")

    def asked(self) -> Asked:
        """Everything public at that time, in the order of ids."""
        found = select(QueryDict(f"as_of={self.version}"))
        return Asked(ById(found.query, found.chosen, found.editions), [])

    def editions(self) -> Iterator[Edition]:
        """Every edition, in the order of publication."""
        found = Edition.objects.select_related("merged_into").order_by("pk")
        return found.iterator(chunk_size=BATCH)


def times() -> list[datetime]:
    """The last time of each kind: publication, redaction, context. Terms and sources have none."""
    redacted = Edition.objects.filter(redacted_at__isnull=False)
    found = [
        last(Edition.objects.all(), "valid_from"),
        last(redacted, "redacted_at"),
        *(last(model.objects.all(), "published_at") for model in (Assessment, Statement, Finding)),
    ]
    return [each for each in found if each]


def last(rows: QuerySet[Any], name: str) -> datetime | None:
    """The last time in a column, asked alone so that an index answers."""
    found: datetime | None = rows.aggregate(last=Max(name))["last"]
    return found
