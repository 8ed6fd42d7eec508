"""Which revisions redacted editions were made from, and whether the working copy still says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from operations import history, publishing
from operations.codes import EditionKind
from operations.document import canonical, seal
from operations.document.canonical import timestamp
from operations.models import Edition, Operation, Revision
from operations.wording import revisions as wording

MADE_FROM_A_SAVE = (EditionKind.PUBLISHED, EditionKind.CORRECTED)
# Editions are dated to the second: the save may be a little younger.
A_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Held:
    """A redacted edition: its revision, if known, and how the working copy differs from it.

    ``is_comparable`` says whether the text is left to compare with.
    """

    edition: Edition
    revision: Revision | None
    is_comparable: bool
    is_the_same: bool
    differences: list[wording.Told]


def redacted(record: Any) -> list[Held]:
    if not isinstance(record, Operation):
        return []
    editions = list(record.editions.order_by("number"))
    saved = list(history.revisions(record).order_by("number").defer("document"))
    origins: dict[int, Revision | None] = {}
    origin: Revision | None = None
    for edition in editions:
        if edition.kind in MADE_FROM_A_SAVE:
            origin = saved_before(saved, edition.valid_from)
        # A reissue renews the names in what was published before.
        origins[edition.number] = None if edition.is_tombstone else origin
    now = history.snapshot(record)
    gone = [edition for edition in editions if edition.is_redacted and not edition.is_tombstone]
    return [held(record, edition, origins[edition.number], now) for edition in gone]


def saved_before(saved: list[Revision], moment: datetime) -> Revision | None:
    earlier = [revision for revision in saved if revision.made_at < moment + A_SECOND]
    return earlier[-1] if earlier else None


def held(record: Operation, edition: Edition, revision: Revision | None, now: Any) -> Held:
    exactly = seals_the_same(record, edition)
    if revision is None or revision.is_blanked:
        return Held(edition, revision, exactly, exactly, [])
    before, after = public(revision.document), public(now)
    names = wording.Names([before, after])
    told = wording.differences(Operation, before, after, names)
    return Held(edition, revision, is_comparable=True, is_the_same=not told, differences=told)


def seals_the_same(record: Operation, edition: Edition) -> bool:
    """Whether publishing the working copy then would have made the very bytes that are gone."""
    stamp = {"edition": edition.number, "published_at": timestamp(edition.valid_from)}
    return seal(canonical({**publishing.preview(record), **stamp})) == edition.sha256


def public(content: dict[str, Any]) -> dict[str, Any]:
    """A revision without what editions never held."""
    fields = {name: each for name, each in content["fields"].items() if name != "internal_notes"}
    return {**content, "fields": fields}
