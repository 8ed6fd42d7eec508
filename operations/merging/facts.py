"""What one operation can give another beside its figures, one kind of fact a row.

A fact is JSON: a text, a code, or a list of codes. Each kind can say which facts an operation
has, put one into a working copy, and take one out again that nobody touched since.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
    Series,
    Source,
)

Fact = Any


@dataclass(frozen=True)
class Single:
    """Columns that hold one statement; given only where the other says nothing."""

    label: Any
    columns: tuple[str, ...]
    empty: tuple[Any, ...]
    model: type[Any] | None = None

    def of(self, operation: Operation) -> list[Fact]:
        said = [self.plain(getattr(operation, column)) for column in self.columns]
        return [] if said[0] == self.empty[0] else [said]

    def wanted(self, giving: Operation, taking: Operation) -> list[Fact]:
        return [] if self.of(taking) else self.of(giving)

    def add(self, operation: Operation, fact: Fact) -> None:
        self.put(operation, fact)

    def take(self, operation: Operation, fact: Fact) -> bool:
        """Whether the fact is gone now; one that was changed since stays."""
        if self.of(operation) != [fact]:
            return not self.of(operation)
        self.put(operation, list(self.empty))
        return True

    def put(self, operation: Operation, values: list[Any]) -> None:
        for column, value in zip(self.columns, values, strict=True):
            setattr(operation, column, self.stored(value))
        operation.save(update_fields=[*self.columns, "modified_at"])

    def plain(self, value: Any) -> Any:
        return getattr(value, "code", value)

    def stored(self, value: Any) -> Any:
        if self.model is None or value is None:
            return value
        return self.model._default_manager.get(code=value)


@dataclass(frozen=True)
class Aliases:
    """Other names; the names of the one that gives are among them."""

    label: Any

    def of(self, operation: Operation) -> list[Fact]:
        return list(operation.aliases)

    def wanted(self, giving: Operation, taking: Operation) -> list[Fact]:
        known = {taking.name_en, taking.name_zh_hant, *taking.aliases, ""}
        # A Chinese name that the other lacks becomes its name, not one more alias.
        known |= set() if taking.name_zh_hant else {giving.name_zh_hant}
        names = dict.fromkeys((giving.name_en, giving.name_zh_hant, *giving.aliases))
        return [name for name in names if name not in known]

    def add(self, operation: Operation, fact: Fact) -> None:
        operation.aliases = [*operation.aliases, fact]
        operation.save(update_fields=["aliases", "modified_at"])

    def take(self, operation: Operation, fact: Fact) -> bool:
        operation.aliases = [name for name in operation.aliases if name != fact]
        operation.save(update_fields=["aliases", "modified_at"])
        return True


@dataclass(frozen=True)
class Many:
    """A plain list of terms, sources or operations."""

    label: Any
    name: str
    model: type[Any]

    def of(self, operation: Operation) -> list[Fact]:
        return sorted(record.code for record in getattr(operation, self.name).all())

    def wanted(self, giving: Operation, taking: Operation) -> list[Fact]:
        known = {*self.of(taking), giving.code, taking.code}
        return [code for code in self.of(giving) if code not in known]

    def add(self, operation: Operation, fact: Fact) -> None:
        getattr(operation, self.name).add(self.model._default_manager.get(code=fact))

    def take(self, operation: Operation, fact: Fact) -> bool:
        getattr(operation, self.name).remove(*self.model._default_manager.filter(code=fact))
        return True


@dataclass(frozen=True)
class Rows:
    """Rows of a table of their own; ``key`` is what makes two rows speak of the same thing."""

    label: Any
    name: str
    row: type[Any]
    columns: tuple[str, ...]
    key: int
    find: Callable[[list[str]], dict[str, Any]]

    def of(self, operation: Operation) -> list[Fact]:
        rows = getattr(operation, self.name).select_related(*self.related)
        return [[self.plain(getattr(row, column)) for column in self.columns] for row in rows]

    @property
    def related(self) -> list[str]:
        fields = {column: self.row._meta.get_field(column) for column in self.columns}
        return [column for column, field in fields.items() if field.is_relation]

    def wanted(self, giving: Operation, taking: Operation) -> list[Fact]:
        known = [fact[: self.key] for fact in self.of(taking)]
        return [fact for fact in self.of(giving) if fact[: self.key] not in known]

    def add(self, operation: Operation, fact: Fact) -> None:
        self.row._default_manager.create(operation=operation, **self.find(fact))

    def take(self, operation: Operation, fact: Fact) -> bool:
        rows = getattr(operation, self.name).select_related(*self.related)
        same = [row for row in rows if self.said(row)[: self.key] == fact[: self.key]]
        untouched = [row for row in same if self.said(row) == fact]
        for row in untouched:
            row.delete()
        return len(untouched) == len(same)

    def said(self, row: Any) -> list[str]:
        return [self.plain(getattr(row, column)) for column in self.columns]

    def plain(self, value: Any) -> str:
        return str(getattr(value, "code", value))


def agency(fact: list[str]) -> dict[str, Any]:
    return {"agency": Agency.objects.get(code=fact[0]), "role": fact[1]}


def group(fact: list[str]) -> dict[str, Any]:
    return {"group": Group.objects.get(code=fact[0]), "attribution": fact[1]}


def route(fact: list[str]) -> dict[str, Any]:
    origin, destination = (Place.objects.get(code=code) for code in fact)
    return {"origin": origin, "destination": destination}


def link(fact: list[str]) -> dict[str, Any]:
    return {"kind": fact[0], "url": fact[1]}


KINDS: dict[str, Single | Aliases | Many | Rows] = {
    "name_zh_hant": Single(_("Name in Chinese"), ("name_zh_hant",), ("",)),
    "aliases": Aliases(_("Also called")),
    "summary_en": Single(_("Summary in English"), ("summary_en",), ("",)),
    "summary_zh_hant": Single(_("Summary in Chinese"), ("summary_zh_hant",), ("",)),
    "dates": Single(_("Dates"), ("edtf", "edtf_derived"), ("", False)),
    "date_note_en": Single(_("Note on dates in English"), ("date_note_en",), ("",)),
    "date_note_zh_hant": Single(_("Note on dates in Chinese"), ("date_note_zh_hant",), ("",)),
    "status": Single(_("Status"), ("status",), ("not_stated",)),
    "series": Single(_("Series"), ("series",), (None,), Series),
    "parent": Single(_("Part of"), ("parent",), (None,), Operation),
    "agencies": Rows(_("Agencies"), "agency_roles", OperationAgency, ("agency", "role"), 1, agency),
    "groups": Rows(
        _("Reported link to"), "group_links", OperationGroup, ("group", "attribution"), 1, group
    ),
    "places": Many(_("Places"), "places", Place),
    "offences": Many(_("Offences alleged"), "offences", Offence),
    "methods": Many(_("Methods"), "methods", Method),
    "routes": Rows(_("Routes"), "routes", OperationRoute, ("origin", "destination"), 2, route),
    "may_overlap": Many(_("May overlap with"), "may_overlap", Operation),
    "sources": Many(_("Further sources"), "sources", Source),
    "links": Rows(_("Elsewhere"), "links", OperationLink, ("kind", "url"), 2, link),
}


def label(kind: str) -> Any:
    return KINDS[kind].label
