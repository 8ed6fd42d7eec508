"""Loading a whole package: atomic, repeatable, published through the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from operations import publishing
from operations.models import Operation

from .context import load_assessment, load_finding, load_statement
from .operations import load_operation, mirror_overlaps, shaped, stub
from .reading import Package
from .vocabulary import broader_first, load_source, load_successor, load_term

if TYPE_CHECKING:
    from django.contrib.auth.models import User

REASON = "Data package loaded"


@dataclass
class Loaded:
    """What a load did: rows read, operations whose working copy changed, editions made."""

    terms: int = 0
    sources: int = 0
    operations: int = 0
    context: int = 0
    changed: int = 0
    editions: int = 0


def load(
    package: Package, *, by: User | None = None, on_step: Callable[[str], None] = lambda _: None
) -> Loaded:
    """Load everything or nothing; ``Refused`` says what a row got wrong.

    Loading the same package again changes nothing. Only operations that the package changed are
    published, so that a working copy that waits for review elsewhere is not swept along.
    """
    done = Loaded()
    with transaction.atomic():
        publishing.take_turn()
        load_lists(package, by, done, on_step)
        load_operations(package, by, done, on_step)
        load_context(package, by, done, on_step)
    return done


def load_lists(
    package: Package, by: User | None, done: Loaded, on_step: Callable[[str], None]
) -> None:
    """Terms, broader ones first, and sources."""
    for vocabulary, rows in package.terms.items():
        for row in broader_first(vocabulary, rows):
            load_term(vocabulary, row, by)
            done.terms += 1
            on_step("terms")
        for row in rows:
            load_successor(vocabulary, row, by)
    for row in package.sources:
        load_source(row, by)
        done.sources += 1
        on_step("sources")


def load_operations(
    package: Package, by: User | None, done: Loaded, on_step: Callable[[str], None]
) -> None:
    rows = [shaped(row) for row in package.operations]
    mirror_overlaps(rows)
    new = {row["id"] for row in rows if stub(row)}
    changed = []
    for row in rows:
        operation, is_changed = load_operation(row, by, is_new=row["id"] in new)
        changed += [operation] if is_changed else []
        done.operations += 1
        on_step("operations")
    done.changed = len(changed)
    public = [operation for operation in changed if not has_ended(operation)]
    done.editions = len(
        publishing.publish_together(
            public, by=by, reason=REASON, on_each=lambda _: on_step("editions")
        )
    )


def has_ended(operation: Operation) -> bool:
    """Whether it was withdrawn, merged or redacted: a package does not undo that."""
    current = operation.current_edition
    return current is not None and current.is_tombstone


def load_context(
    package: Package, by: User | None, done: Loaded, on_step: Callable[[str], None]
) -> None:
    for row in package.assessments:
        load_assessment(row, by)
        on_step("context")
    for row in package.statements:
        load_statement(row, by)
        on_step("context")
    for row in package.findings:
        load_finding(row, by)
        on_step("context")
    done.context = len(package.assessments) + len(package.statements) + len(package.findings)
