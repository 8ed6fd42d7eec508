"""Sources that a file brings along. Only new ones: readers see a changed source at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from operations import roles
from operations.importing.vocabulary import day
from operations.models import Source
from operations.sheets.cells import normal
from operations.sheets.columns import SOURCES, blank
from operations.sheets.columns.kinds import narrow
from operations.sheets.faults import Fault
from operations.sheets.reading.book import Book, Row

from .fields import Columns, said
from .known import Known
from .overlay import lay

if TYPE_CHECKING:
    from django.contrib.auth.models import User

COLUMNS = Columns(SOURCES)
PLAIN = ("title", "publisher", "original_publisher", "url", "language", "kind", "note")


def new_sources(book: Book, known: Known, by: User | None) -> list[dict[str, Any]]:
    """Documents of the sources that are not recorded yet; faults go to the book."""
    rows = book.rows(SOURCES)
    codes = [narrow(row.get("id")) for row in rows]
    known.look_up_sources(codes)
    recorded = Source.objects.in_bulk(codes, field_name="code") if codes else {}
    made: dict[str, dict[str, Any]] = {}
    for row, code in zip(rows, codes, strict=True):
        if code in recorded:
            compare(book, row, recorded[code])
        elif code in made:
            book.faults.append(Fault(row.place, "id", _("Two rows have this id."), code))
        else:
            made[code] = new(book, row, code)
    if made and by is not None and not by.has_perm(roles.permission("add", "source")):
        first = next(row for row, code in zip(rows, codes, strict=True) if code in made)
        book.faults.append(Fault(first.place, "id", _("You may not record new sources.")))
    known.sources.update(made)
    return list(made.values())


def compare(book: Book, row: Row, source: Source) -> None:
    """A recorded source is what it is: every cell has to say the same, or nothing."""
    document = describe(source)
    for column in SOURCES.columns:
        text = row.get(column.name)
        if text and narrow(text) != narrow(normal(column.cell(document))):
            message = _(
                "This source is recorded already, with “%(recorded)s” here. Change it on its own"
                " page: readers see a changed source at once."
            ) % {"recorded": column.cell(document)}
            book.faults.append(Fault(row.place, column.name, message, text))


def describe(source: Source) -> dict[str, Any]:
    return {
        **{name: getattr(source, name) for name in PLAIN},
        "id": source.code,
        "published": source.published or None,
        "accessed_on": source.accessed_on.isoformat() if source.accessed_on else None,
        "archives": [],
    }


def new(book: Book, row: Row, code: str) -> dict[str, Any]:
    document = {**lay(row, SOURCES.columns, blank(SOURCES), book.faults), "id": code}
    source = Source(
        code=code,
        published=document["published"] or "",
        **{name: document[name] for name in PLAIN},
    )
    try:
        source.accessed_on = day(document["accessed_on"])
    except ValidationError as error:
        fault(book, row, "accessed_on", error.messages[0])
    for field, wrong in said(source, ()):
        fault(book, row, COLUMNS.of(field), COLUMNS.words(field, wrong))
    return document


def fault(book: Book, row: Row, column: str, message: str) -> None:
    book.faults.append(Fault(row.place, column, message, row.get(column)))
