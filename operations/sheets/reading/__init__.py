"""Files → books. What a file is follows from its content, not from its name."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from operations.problems import Refused

from . import csv_file, documents, xlsx_file
from .book import Book, Grid, Row, Sheet
from .encoding import decoded
from .guard import COMPOUND, ZIP, refuse_compound
from .limits import MAX_BYTES
from .sheets import take

__all__ = ["MAX_BYTES", "Book", "Row", "Sheet", "glance", "read"]


GLANCE = 200


def glance(stream: BinaryIO, name: str) -> Book:
    """The header and the first rows, as quick as can be; refuses what ``read`` refuses of them."""
    return read(stream, name, first=GLANCE)


def read(stream: BinaryIO, name: str, first: int | None = None) -> Book:
    """Everything that the file holds; ``Refused`` when it cannot be taken for a table."""
    stream.seek(0)
    content = stream.read(MAX_BYTES + 1)
    refuse_size(content)
    if content.startswith(COMPOUND):
        refuse_compound(content)
    if content.startswith(ZIP):
        grids, told = xlsx_file.grids(stream, first)
        return taken(grids, told)
    text, told_of_encoding = decoded(content)
    if text.lstrip().startswith(("{", "[")):
        return documents.book(text)
    grid = csv_file.grid(text, PurePath(name).stem or name)
    if first is not None:
        grid = replace(grid, rows=islice(grid.rows, first))
    return taken([grid], [told_of_encoding] if told_of_encoding else [])


def refuse_size(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        words = {"limit": MAX_BYTES // 1024**2}
        raise Refused(_("The file is larger than %(limit)s MB.") % words)
    if not content.strip():
        raise Refused(_("The file is empty."))


def taken(grids: list[Grid], notices: list[str]) -> Book:
    book = Book(notices=notices)
    for grid in grids:
        take(book, grid, is_only=len(grids) == 1)
    if not book.sheets:
        raise Refused(_("No sheet of this file is a table that is known."))
    if not any(sheet.rows for sheet in book.sheets.values()):
        raise Refused(_("There is no row under the header."))
    return book
