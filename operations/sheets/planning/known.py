"""What the database knows of everything that a file names, in few queries for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Max

from operations.document import skeleton
from operations.importing.operations import in_order
from operations.importing.shape import fit
from operations.importing.shapes import OPERATION
from operations.models import Operation, PrivacyOverride, Revision, Source, Term

BATCH = 200


@dataclass(frozen=True)
class Held:
    """A working copy as it is: its document, the last revision of it, and the next number."""

    key: int
    document: dict[str, Any]
    revision: Revision | None
    last_figure_number: int

    @property
    def revision_number(self) -> int:
        return self.revision.number if self.revision else 0


class Known:
    """Looked up once for a whole file."""

    def __init__(self) -> None:
        self._terms: dict[type[Term], dict[str, Term]] = {}
        self.sources: set[str] = set()
        rows = list(Operation.objects.values_list("code", "parent__code", "merged_into__code"))
        # Ids of operations, each with that of what it is a part of.
        self.operations: dict[str, str | None] = {code: parent for code, parent, _into in rows}
        self.merged: dict[str, str] = {code: into for code, _parent, into in rows if into}
        self.held: dict[str, Held] = {}
        self.overrides: set[tuple[str, str, str]] = set()

    def term(self, model: type[Term], code: str) -> Term | None:
        return self.terms(model).get(code)

    def terms(self, model: type[Term]) -> dict[str, Term]:
        if model not in self._terms:
            found = model._default_manager.all()
            self._terms[model] = {term.code: term for term in found}
        return self._terms[model]

    def look_up_sources(self, codes: Iterable[str]) -> None:
        for some in batches(sorted(set(codes))):
            found = Source.objects.filter(code__in=some).values_list("code", flat=True)
            self.sources.update(found)

    def look_up(self, codes: Iterable[str]) -> None:
        """Read the working copies with these ids."""
        for some in batches(sorted(set(codes) & self.operations.keys())):
            revisions = last_revisions(some)
            for operation in Operation.objects.whole().filter(code__in=some):
                self.held[operation.code] = held(operation, revisions.get(operation.code))
            self._look_up_overrides(some)

    def _look_up_overrides(self, codes: tuple[str, ...]) -> None:
        figures = [
            figure["id"]
            for code in codes
            if code in self.held
            for figure in self.held[code].document["figures"]
        ]
        for some in batches([*codes, *figures]):
            given = PrivacyOverride.objects.filter(code__in=some)
            self.overrides.update(given.values_list("record", "code", "field"))


def held(operation: Operation, revision: Revision | None) -> Held:
    document = skeleton(operation)
    document["internal_notes"] = operation.internal_notes
    return Held(operation.pk, normal(document), revision, operation.last_figure_number)


def normal(document: dict[str, Any]) -> dict[str, Any]:
    """A document as the import compares it."""
    found: dict[str, Any] = in_order(fit(document, OPERATION))
    return found


def last_revisions(codes: Iterable[str]) -> dict[str, Revision]:
    """The latest revision of each operation, with who saved it."""
    of_operations = Revision.objects.filter(record="operation", code__in=list(codes))
    latest = of_operations.values("code").annotate(last=Max("pk")).values("last")
    found = Revision.objects.filter(pk__in=latest).select_related("made_by")
    return {revision.code: revision for revision in found}


def batches(codes: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Some at a time: databases limit how many parameters a query has."""
    rest = iter(codes)
    while some := tuple(islice(rest, BATCH)):
        yield some
