"""The rows of one list in three versions."""

from __future__ import annotations

from dataclasses import dataclass, field

from .difference import Difference, Outcome, merge_fields
from .references import identity
from .rows import alike
from .sheet import Fields, Row, Sheet, same_fields


@dataclass
class RowMerge:
    """Rows that the other save added, changed or deleted meet those of the page."""

    prefix: str
    opened: Sheet | None
    theirs: Sheet
    yours: Sheet
    differences: list[Difference] = field(default_factory=list)

    def merged(self) -> dict[str, Row]:
        """Rows by their identities: those stored now, then those only the page has."""
        rows = {row.key: self.stored(row) for row in self.theirs.rows[self.prefix]}
        for place, own in enumerate(self.yours.rows.get(self.prefix, ())):
            kept = self.left_over(own) if own.is_new or own.key not in rows else None
            if kept is not None:
                rows[identity(own, place)] = kept
        self.note_gone()
        return rows

    def stored(self, other: Row) -> Row:
        """A row that is stored now."""
        before, own = self.before(other.key), self.yours.row(self.prefix, other.key)
        if before is None and self.opened is not None:
            self.note(Outcome.ADDED, other.key, theirs=other.values)
        if own is None:
            return other
        known = before.values if before else None
        if own.deleted and known is not None and not same_fields(known, other.values):
            self.note(Outcome.DELETED, other.key, opened=known, theirs=other.values)
            return Row(other.key, other.name, other.values, deleted=True)
        values, found = merge_fields(known, other.values, own.values, self.prefix, other.key)
        self.differences += found
        return Row(other.key, other.name, values, own.deleted)

    def left_over(self, own: Row) -> Row | None:
        """A row of the page that is not stored: new, or deleted meanwhile by the other save."""
        if own.is_new:
            # Both may have added the same; it must not stand there twice.
            return None if alike(own, self.added()) else own
        if own.deleted:
            return None
        before = self.before(own.key)
        known = before.values if before else None
        if known is not None and same_fields(known, own.values):
            return None
        self.note(Outcome.RESTORED, own.key, opened=known, yours=own.values)
        return Row("", before.name if before else "", own.values)

    def note_gone(self) -> None:
        """Say of every row that is gone what it held."""
        told = {each.row for each in self.differences}
        stored = {row.key for row in self.theirs.rows[self.prefix]}
        for row in self.opened.rows.get(self.prefix, ()) if self.opened else ():
            own = self.yours.row(self.prefix, row.key)
            if row.key not in stored | told and not (own and own.deleted):
                self.note(Outcome.REMOVED, row.key, opened=row.values)

    def added(self) -> list[Row]:
        rows = self.theirs.rows[self.prefix]
        return [row for row in rows if self.before(row.key) is None]

    def before(self, key: str) -> Row | None:
        return self.opened.row(self.prefix, key) if self.opened else None

    def note(
        self,
        outcome: Outcome,
        row: str,
        *,
        opened: Fields | None = None,
        theirs: Fields | None = None,
        yours: Fields | None = None,
    ) -> None:
        """A difference of a whole row."""
        found = Difference(outcome, self.prefix, row, "", opened, theirs, yours)
        self.differences.append(found)
