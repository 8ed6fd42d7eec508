"""Recomputing everything: hashes, chains, validity and index rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from operations import index, search
from operations.document import canonical, seal
from operations.document.canonical import timestamp
from operations.models import Edition, EditionFigure, EditionWords

from .chain import chain_hash

BATCH = 200


@dataclass(frozen=True)
class Break:
    """What does not hold: of which edition, and in plain words what."""

    edition: str
    what: str

    def __str__(self) -> str:
        return f"{self.edition}: {self.what}"


def verify(on_each: Callable[[Edition], None] = lambda edition: None) -> Iterator[Break]:
    """Every break, operation by operation, edition by edition; nothing when all holds."""
    editions = Edition.objects.select_related("merged_into", "searched")
    editions = editions.prefetch_related("terms", "figures")
    previous: Edition | None = None
    for edition in editions.order_by("operation_id", "number").iterator(chunk_size=BATCH):
        if previous is not None and previous.operation_id != edition.operation_id:
            yield from check_end(previous)
            previous = None
        yield from check_links(edition, previous)
        yield from check_content(edition)
        on_each(edition)
        previous = edition
    if previous is not None:
        yield from check_end(previous)


def check_links(edition: Edition, previous: Edition | None) -> Iterator[Break]:
    """Number, chain and validity follow from the edition before."""
    name = str(edition)
    if edition.number != (previous.number + 1 if previous else 1):
        yield Break(name, "an edition before it is missing")
    if edition.previous_chain != (previous.chain if previous else ""):
        yield Break(name, "its link to the edition before is not that edition's chain hash")
    if previous is not None and previous.valid_to != edition.valid_from:
        yield Break(name, "it does not begin when the edition before ends")
    # The reason went with the text, so the chain hash of a redacted edition is taken as it is.
    if not edition.is_redacted and edition.chain != chain_hash(edition):
        yield Break(name, "its chain hash does not follow from its content")


def check_end(edition: Edition) -> Iterator[Break]:
    if edition.valid_to is not None:
        yield Break(str(edition), "the last edition of its operation has ended")


def check_content(edition: Edition) -> Iterator[Break]:
    """Hash of the text, and the index against the document."""
    name = str(edition)
    if edition.is_redacted:
        if edition.document:
            yield Break(name, "it is redacted but has a text")
        yield from check_no_index(edition)
        return
    if edition.sha256 != seal(edition.document):
        yield Break(name, "its SHA-256 is not that of its document")
        return
    if not edition.document:
        if not edition.is_tombstone:
            yield Break(name, "it has no document and is no tombstone")
        yield from check_no_index(edition)
        return
    try:
        yield from check_document(edition)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # Nothing that the door wrote ends here, so whatever it is: somebody else did.
        yield Break(name, f"its document cannot be read ({error!r})")


def check_document(edition: Edition) -> Iterator[Break]:
    content, name = edition.content, str(edition)
    stamped = (content["id"], content["edition"], content["published_at"])
    if stamped != (edition.code, edition.number, timestamp(edition.valid_from)):
        yield Break(name, "its document names another id, number or time")
    if canonical(content) != edition.document:
        yield Break(name, "its document is not canonical JSON")
    yield from check_index(edition, content)


def check_no_index(edition: Edition) -> Iterator[Break]:
    filled = any(getattr(edition, column) != value for column, value in index.EMPTY.items())
    if filled or edition.terms.all() or edition.figures.all() or words_of(edition):
        yield Break(str(edition), "it has no document, but its index is not empty")


def check_index(edition: Edition, content: dict[str, Any]) -> Iterator[Break]:
    name = str(edition)
    for column, value in index.columns(content).items():
        if getattr(edition, column) != value:
            yield Break(name, f"its index column {column} does not follow from the document")
    if {(row.vocabulary, row.term) for row in edition.terms.all()} != index.terms(content):
        yield Break(name, "its index of terms does not follow from the document")
    wanted = {row["figure"]: row for row in index.whole_headlines(content)}
    stored = {row.figure: row for row in edition.figures.all()}
    if wanted.keys() != stored.keys() or not all(
        same_row(stored[figure], row) for figure, row in wanted.items()
    ):
        yield Break(name, "its index of figures does not follow from the document")
    # What has ended is not searched.
    if words_of(edition) != (search.entry(content) if edition.valid_to is None else {}):
        yield Break(name, "its search index does not follow from the document")


def words_of(edition: Edition) -> dict[str, str]:
    """What is searched of an edition; empty when it is not searched."""
    stored: EditionWords | None = getattr(edition, "searched", None)
    return {"words": stored.words, "tokens": stored.tokens} if stored else {}


def same_row(stored: EditionFigure, row: dict[str, Any]) -> bool:
    return all(getattr(stored, key) == value for key, value in row.items())
