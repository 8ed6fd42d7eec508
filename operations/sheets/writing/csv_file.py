"""One table as CSV, as Excel opens it: with a byte order mark, no cell run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from operations.sheets.cells import neutral
from operations.sheets.columns import Table

from .help import comment_rows


def table_csv(table: Table, rows: Iterable[list[str]], *, with_help: bool = False) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([column.name for column in table.columns])
    if with_help:
        writer.writerows(comment_rows(table))
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
