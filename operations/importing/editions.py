"""``editions.ndjson`` of a release, line by line; what is wrong with a line names it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError, IntegrityError
from django.utils.translation import gettext as _

from operations.models import Operation
from operations.problems import Refused

from . import shapes
from .saving import naming
from .shape import fit

EDITIONS = "editions.ndjson"
# Rows of others hold anything, and whatever comes of it is no fault of ours.
UNREADABLE = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(ObjectDoesNotExist, IntegrityError, DataError),
)
Row = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One line: its number, where it starts in the file, and its bytes."""

    number: int
    start: int
    text: bytes

    @contextmanager
    def read(self) -> Iterator[Row]:
        """The row; what goes wrong with it inside is ``Refused``, with the line in front."""
        with at_line(EDITIONS, self.number):
            yield edition(self.text)


def lines(folder: Path) -> Iterator[Line]:
    start = 0
    with (folder / EDITIONS).open("rb") as file:
        for number, text in enumerate(file, 1):
            yield Line(number, start, text)
            start += len(text)


@contextmanager
def at_line(file: str, number: int) -> Iterator[None]:
    try:
        with naming(f"{file}, line {number}"):
            yield
    except Refused:
        raise
    except UNREADABLE as error:
        words = {"file": file, "line": number, "error": repr(error)}
        raise Refused(
            _("%(file)s, line %(line)s: it cannot be read (%(error)s).") % words
        ) from error


def edition(text: bytes) -> Row:
    """A line with the keys that a release writes, and its document as it stands there."""
    row = orjson.loads(text)
    found: Row = {**fit(row, shapes.EDITION), "document": row["document"]}
    Operation._meta.get_field("code").run_validators(found["operation"])
    document = found["document"]
    if document is not None and document["id"] != found["operation"]:
        raise ValidationError(_("its document is of %(id)s.") % {"id": document["id"]})
    return found
