"""Parquet: lists stay lists, days are days, times are in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

import orjson

from operations.columns import Column, Kind
from operations.exports.licence import LICENCE_URL

from .rows import Sheet

T = TypeVar("T")
# Rows are packed a few at a time, because unpacked they are large. The file is laid out in groups:
# a bigger one is held longer, and of each a description is kept until the end.
FEW, GROUP = 100, 12


def written(sheet: Sheet) -> IO[bytes]:
    """The file, open at its beginning; it is gone when it is closed."""
    # Heavy to load: only who asks for the format pays for it.
    import pyarrow as pa
    from pyarrow import parquet

    schema = schema_of(sheet)
    target = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        packed = (pack(sheet, schema, rows) for rows in batches(sheet.rows(), FEW))
        for group in batches(packed, GROUP):
            writer.write_table(pa.Table.from_batches(group))
            # Arrow keeps what it has used for itself; others need it while rows are read.
            pa.default_memory_pool().release_unused()
    target.seek(0)
    return target


def pack(sheet: Sheet, schema: Any, rows: list[list[Any]]) -> Any:
    """Rows as Arrow holds them."""
    import pyarrow as pa

    columns = [
        pa.array([typed(column, row[place]) for row in rows], type=field.type)
        for place, (column, field) in enumerate(zip(sheet.columns, schema, strict=True))
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def schema_of(sheet: Sheet) -> Any:
    import pyarrow as pa

    types = {
        Kind.TEXT: pa.string(),
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
        Kind.MOMENT: pa.timestamp("s", tz="UTC"),
        Kind.TEXTS: pa.list_(pa.string()),
    }
    fields = [
        pa.field(column.name, types[column.kind], metadata={"meaning": column.description})
        for column in sheet.columns
    ]
    about = {"licence_address": LICENCE_URL, "tracker": orjson.dumps(sheet.about).decode()}
    return pa.schema(fields, metadata=about)


def typed(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind is Kind.NUMBER:
        return float(value)  # Arrow refuses a whole number that is not exact as one
    if column.kind is Kind.DAY:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if column.kind is Kind.MOMENT else value


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
