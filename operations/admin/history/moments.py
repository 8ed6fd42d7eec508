"""What happened to a record, in the order of time: saves, steps of the workflow, editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from operations import history
from operations.models import Edition, Operation

# Editions are dated to the second: what was saved in that second was saved before.
THE_SECOND = timedelta(milliseconds=999)
# A step that made an edition is told by the edition.
AT_ONCE = timedelta(seconds=3)


@dataclass(frozen=True)
class Moment:
    """That something happened; what exactly is read for the moments of a page only."""

    kind: str
    key: int
    at: datetime


def moments(record: Any) -> list[Moment]:
    """Everything that happened, the last first, in three short queries."""
    editions = edition_rows(record)
    found = [
        *saves(record),
        *(Moment("edition", key, at + THE_SECOND) for key, at, _by in editions),
        *steps(record, editions),
    ]
    return sorted(found, key=lambda moment: (moment.at, moment.kind, moment.key), reverse=True)


def saves(record: Any) -> Iterator[Moment]:
    rows = history.revisions(record).values_list("number", "made_at")
    return (Moment("save", number, at) for number, at in rows)


def edition_rows(record: Any) -> list[tuple[int, datetime, int | None]]:
    if not isinstance(record, Operation):
        return []
    rows = Edition.objects.filter(operation=record)
    return list(rows.values_list("number", "valid_from", "published_by"))


def steps(record: Any, editions: Iterable[tuple[int, datetime, int | None]]) -> Iterator[Moment]:
    """Steps that the admin logged in words; what it says of saves the revisions say better."""
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk)
    )
    logged = logged.exclude(change_message="").exclude(change_message__startswith="[")
    published = [(by, at) for _key, at, by in editions]
    for key, at, by in logged.values_list("pk", "action_time", "user"):
        if not any(by == user and abs(at - moment) < AT_ONCE for user, moment in published):
            yield Moment("step", key, at)
