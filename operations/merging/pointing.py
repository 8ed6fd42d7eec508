"""Pointing rows from one term to another, and back, with nothing said lost on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core import serializers
from django.utils.translation import gettext as _

from operations.codes import Rank
from operations.models import Figure, Finding, Operation, Term
from operations.problems import Refused

from .naming_rows import Column


@dataclass
class Moved:
    """What was pointed elsewhere: row keys by column, rows that would have stood twice, ranks."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    dropped: list[dict[str, Any]] = field(default_factory=list)
    lowered: dict[str, str] = field(default_factory=dict)
    touched: dict[tuple[type[Any], int], Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(map(len, self.rows.values())) + len(self.dropped)

    def touch(self, row: Any) -> None:
        record = record_of(row)
        self.touched.setdefault((type(record), record.pk), record)

    def records(self) -> list[Any]:
        """The records whose working copy changed, each once."""
        return list(self.touched.values())

    def noted(self) -> dict[str, Any]:
        return {"rows": self.rows, "dropped": self.dropped, "lowered": self.lowered}


def record_of(row: Any) -> Any:
    """The record that an editor opens to see a row."""
    if isinstance(row, Figure):
        return row.owner
    if isinstance(row, Operation | Finding | Term):
        return row
    names = {each.name for each in row._meta.concrete_fields}
    return row.operation if "operation" in names else row.finding


def point(columns: Iterable[Column], term: Term, into: Term) -> Moved:
    moved = Moved()
    for column in columns:
        for row in column.naming(term):
            moved.touch(row)
            if column.twin(row, into) is not None:
                moved.dropped.append({"column": column.label, **plain(row)})
                row.delete()
                continue
            setattr(row, column.name, into)
            save(row, moved)
            moved.rows.setdefault(column.label, []).append(row.pk)
    return moved


def point_back(columns: Iterable[Column], term: Term, into: Term, gained: dict[str, Any]) -> Moved:
    """Only rows that still name ``into``: what somebody changed since stays as it is."""
    moved = Moved()
    known = {column.label: column for column in columns}
    for label, keys in gained["rows"].items():
        column = known[label]
        for row in column.naming(into).filter(pk__in=keys):
            if column.twin(row, term) is None:
                setattr(row, column.name, term)
                save(row, moved)
                moved.touch(row)
                moved.rows.setdefault(label, []).append(row.pk)
    for values in gained["dropped"]:
        bring_back(known[values["column"]], values, into, moved)
    for key, reason in gained["lowered"].items():
        prefer_again(int(key), reason)
    return moved


def plain(row: Any) -> dict[str, Any]:
    [serialized] = serializers.serialize("python", [row])
    return {"pk": row.pk, "fields": serialized["fields"]}


def save(row: Any, moved: Moved) -> None:
    if not isinstance(row, Figure):
        row.save()
        return
    row.claim_key = row.current_claim_key()
    rivals = Figure.objects.filter(claim_key=row.claim_key, rank=Rank.PREFERRED)
    if row.rank == Rank.PREFERRED and rivals.exclude(pk=row.pk).exists():
        moved.lowered[str(row.pk)] = row.rank_reason
        row.rank, row.rank_reason = Rank.NORMAL, ""
    before = Figure.objects.get(pk=row.pk).personal_data()
    if row.personal_data().keys() - before.keys():
        words = {"figure": row.public_id}
        raise Refused(_("%(figure)s would become a count too small to show.") % words)
    row.save()


def bring_back(column: Column, values: dict[str, Any], into: Term, moved: Moved) -> None:
    """A row that stood beside its twin, as long as the twin is there."""
    fields = {
        column.model._meta.get_field(name).attname: value  # type: ignore[union-attr]
        for name, value in values["fields"].items()
    }
    row = column.model(pk=values["pk"], **fields)
    taken = column.rows.filter(pk=row.pk).exists()
    parent = record_of_key(row)
    if taken or not parent or column.twin(row, into) is None:
        return
    row.save(force_insert=True)
    moved.touch(row)
    moved.rows.setdefault(column.label, []).append(row.pk)


def record_of_key(row: Any) -> bool:
    """Whether the record that the row belonged to is still there."""
    for name in ("operation", "finding"):
        if name in {each.name for each in row._meta.concrete_fields}:
            related = row._meta.get_field(name).related_model
            return bool(related._base_manager.filter(pk=getattr(row, f"{name}_id")).exists())
    return False


def prefer_again(key: int, reason: str) -> None:
    figure = Figure.objects.filter(pk=key, rank=Rank.NORMAL).first()
    if figure is None:
        return
    rivals = Figure.objects.filter(claim_key=figure.current_claim_key(), rank=Rank.PREFERRED)
    if not rivals.exists():
        figure.rank, figure.rank_reason = Rank.PREFERRED, reason
        figure.save()
