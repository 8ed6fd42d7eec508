"""``/operations.csv``, ``/figures.xlsx`` …: one view a table and format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse

from operations.columns import Table
from operations.exports.answers import View, machine
from operations.exports.asking import ask
from operations.exports.described import described
from operations.exports.fresh import of_the_record

from . import csv, parquet, xlsx
from .rows import Sheet


@dataclass(frozen=True)
class Format:
    """``write`` gives the text of a file line by line, or the whole of it as an open file."""

    suffix: str
    media_type: str
    write: Callable[[Sheet], Iterator[str] | IO[bytes]]
    has_bom: bool = False


FORMATS = (
    Format("csv", "text/csv; charset=utf-8", csv.lines, has_bom=True),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.written,
    ),
    Format("parquet", "application/vnd.apache.parquet", parquet.written),
)


def table_view(table: Table, form: Format) -> View:
    """The view that answers with ``table`` in one format."""

    @machine
    @of_the_record
    def answer(request: HttpRequest) -> HttpResponseBase:
        asked = ask(request.GET, table.names, bom=form.has_bom)
        sheet = Sheet.of(table, asked)
        response = respond(form, form.write(sheet) if request.method == "GET" else iter(()))
        response["Content-Disposition"] = f'attachment; filename="{table.name}.{form.suffix}"'
        return described(response, sheet.about)

    return answer


def respond(form: Format, content: Iterator[str] | IO[bytes]) -> HttpResponseBase:
    if isinstance(content, Iterator):
        return StreamingHttpResponse(content, content_type=form.media_type)
    return FileResponse(content, content_type=form.media_type)
