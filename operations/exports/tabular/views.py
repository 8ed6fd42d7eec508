"""``/operations.csv``, ``/figures.xlsx`` …: one view a table and format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from operations.columns import Table
from operations.exports.answers import View, machine
from operations.exports.asking import ask
from operations.exports.described import described
from operations.exports.fresh import of_the_record

from . import csv, parquet, xlsx
from .pieces import pieces
from .rows import Sheet


@dataclass(frozen=True)
class Format:
    """``write`` gives a file piece by piece; ``check`` refuses beforehand what it cannot hold."""

    suffix: str
    media_type: str
    write: Callable[[Sheet], Iterator[str] | Iterator[bytes]]
    check: Callable[[Sheet], None] = lambda sheet: None
    has_bom: bool = False


FORMATS = (
    Format("csv", "text/csv; charset=utf-8", csv.lines, has_bom=True),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        partial(pieces, xlsx.written),
        xlsx.refuse_too_long,
    ),
    Format("parquet", "application/vnd.apache.parquet", partial(pieces, parquet.written)),
)


def table_view(table: Table, form: Format) -> View:
    """The view that answers with ``table`` in one format."""

    @machine
    @of_the_record
    def answer(request: HttpRequest) -> HttpResponseBase:
        asked = ask(request.GET, table.names, bom=form.has_bom)
        sheet = Sheet.of(table, asked)
        form.check(sheet)
        response = StreamingHttpResponse(form.write(sheet), content_type=form.media_type)
        response["Content-Disposition"] = f'attachment; filename="{table.name}.{form.suffix}"'
        return described(response, asked.selection, sheet.about["count"])

    return answer
