"""The state of the record that a release is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Max
from django.http import QueryDict
from django.utils.translation import gettext as _

from operations.document.canonical import timestamp
from operations.exports.asking import Asked
from operations.filters import select
from operations.models import Edition
from operations.problems import Refused

BATCH = 200


@dataclass(frozen=True)
class State:
    """The record up to its last edition: every row is read as of then, whatever comes meanwhile."""

    last: int
    moment: datetime

    @classmethod
    def now(cls) -> State:
        found = Edition.objects.aggregate(last=Max("pk"), moment=Max("valid_from"))
        if found["last"] is None:
            raise Refused(_("Nothing is published yet, so there is nothing to release."))
        return cls(found["last"], found["moment"].astimezone(UTC))

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
        selection = select(QueryDict(f"as_of={self.version}&sort=name"))
        return Asked(selection, [])

    def editions(self) -> Iterator[Edition]:
        """Every edition, in the order of publication."""
        found = Edition.objects.filter(pk__lte=self.last).select_related("merged_into")
        return found.order_by("pk").iterator(chunk_size=BATCH)
