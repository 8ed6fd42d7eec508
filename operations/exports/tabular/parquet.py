"""Parquet: lists stay lists, days are days, times are in UTC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

import orjson

from operations.columns import Column, Kind
from operations.exports.licence import LICENCE_URL

from .rows import Sheet

GROUP = 2_000


def written(sheet: Sheet) -> IO[bytes]:
    """The file, open at its beginning; it is gone when it is closed."""
    # Heavy to load: only who asks for the format pays for it.
    import pyarrow as pa
    from pyarrow import parquet

    schema = schema_of(sheet)
    target = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        for rows in batches(sheet.rows()):
            columns = [
                [typed(column, row[place]) for row in rows]
                for place, column in enumerate(sheet.columns)
            ]
            arrays = [
                pa.array(values, type=field.type)
                for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    target.seek(0)
    return target


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
    if column.kind is Kind.DAY:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if column.kind is Kind.MOMENT else value


def batches(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, GROUP)):
        yield batch
