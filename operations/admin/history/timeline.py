"""The moments of one page, each with what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry

from operations import history
from operations.models import Edition, Revision
from operations.wording import revisions as wording

from .moments import Moment


@dataclass(frozen=True)
class Save:
    """A revision, and what it changed; ``is_known`` unless the one before was blanked."""

    revision: Revision
    changes: list[wording.Told]
    is_first: bool
    is_known: bool


@dataclass(frozen=True)
class Event:
    """One line of the timeline; the field of its kind is filled in."""

    moment: Moment
    save: Save | None = None
    edition: Edition | None = None
    step: LogEntry | None = None


def events(record: Any, page: Iterable[Moment]) -> list[Event]:
    page = list(page)
    found: dict[str, dict[int, Any]] = {
        "save": saves(record, keys(page, "save")),
        "edition": editions(record, keys(page, "edition")),
        "step": LogEntry.objects.select_related("user").in_bulk(keys(page, "step")),
    }
    return [
        Event(moment, **{moment.kind: found[moment.kind][moment.key]})
        for moment in page
        if moment.key in found[moment.kind]
    ]


def keys(page: Iterable[Moment], kind: str) -> list[int]:
    return [moment.key for moment in page if moment.kind == kind]


def editions(record: Any, numbers: Sequence[int]) -> dict[int, Edition]:
    if not numbers:
        return {}
    rows = Edition.objects.filter(operation=record, number__in=numbers)
    rows = rows.select_related("published_by", "merged_into").defer("document")
    return {edition.number: edition for edition in rows}


def saves(record: Any, numbers: Sequence[int]) -> dict[int, Save]:
    """Revisions by number, each compared with the one before it."""
    wanted = {*numbers, *(number - 1 for number in numbers)}
    rows = history.revisions(record).filter(number__in=wanted).select_related("made_by")
    known = {revision.number: revision for revision in rows}
    names = wording.Names(revision.document for revision in known.values())
    return {
        number: save(type(record), known[number], known.get(number - 1), names)
        for number in numbers
        if number in known
    }


def save(
    model: type[Any], revision: Revision, before: Revision | None, names: wording.Names
) -> Save:
    is_known = not revision.is_blanked and before is not None and not before.is_blanked
    changes = []
    if is_known and before is not None:
        changes = wording.differences(model, before.document, revision.document, names)
    return Save(revision, changes, before is None, is_known)
