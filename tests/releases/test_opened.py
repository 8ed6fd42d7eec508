"""A release in the tools of people who count: right types, and Chinese names as they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pytest

pytestmark = pytest.mark.django_db

VALUES = [100, 6400, 4000, 2400, None]


@pytest.fixture
def quack() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def plain(values: Any) -> list[Any]:
    """A column of pandas with None where there is nothing."""
    return [None if pd.isna(value) else value for value in values]


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx", "ndjson"])
def test_pandas_reads_figures(package: Path, suffix: str) -> None:
    figures = frame(package / f"figures.{suffix}")
    assert plain(figures["value"]) == VALUES
    assert figures["value"].dtype == "float64"
    assert list(figures["headline"]) == [True] * 5
    assert figures["headline"].dtype == "bool"
    assert plain(figures["low"])[4] == 1.5
    assert set(figures["counted_in"]) == {"hk"}


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
def test_pandas_reads_operations(package: Path, suffix: str) -> None:
    operations = frame(package / f"operations.{suffix}", dates=["earliest", "published_at"])
    row: Any = operations.set_index("id").loc["sweep"]
    assert row["name_zh_hant"] == "大掃蕩"
    assert row["name_en"] == "Sweep, “the big one”"
    assert pd.Timestamp(row["earliest"]) == pd.Timestamp("2023-06-12")
    assert row["edition"] == 3
    assert operations["edition"].dtype == "int64"
    moment = pd.Timestamp(row["published_at"])
    assert moment.year > 2000
    assert list(row["agencies"]) == ["hkpf", "immd"] or row["agencies"] == "hkpf; immd"


def frame(file: Path, dates: list[str] | None = None) -> pd.DataFrame:
    match file.suffix:
        case ".csv":
            return pd.read_csv(file, parse_dates=dates or [])
        case ".parquet":
            return pd.read_parquet(file)
        case ".xlsx":
            return pd.read_excel(file)
    return pd.read_json(file, lines=True)


def test_duckdb_reads_csv_with_its_own_guess_of_types(
    package: Path, quack: duckdb.DuckDBPyConnection
) -> None:
    found = quack.sql(f"FROM read_csv('{package}/operations.csv')")
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    wanted = ("id", "edition", "published_at", "name_zh_hant", "earliest", "dates_derived", "dates")
    assert {name: types[name] for name in wanted} == {
        "id": "VARCHAR",
        "edition": "BIGINT",
        "published_at": "TIMESTAMP WITH TIME ZONE",
        "name_zh_hant": "VARCHAR",
        "earliest": "DATE",
        "dates_derived": "BOOLEAN",
        "dates": "VARCHAR",
    }
    assert found.filter("id = 'sweep'").project("name_zh_hant").fetchall() == [("大掃蕩",)]
    assert values(quack, f"read_csv('{package}/figures.csv')") == VALUES


def test_duckdb_reads_parquet_with_the_types_of_the_code_book(
    package: Path, quack: duckdb.DuckDBPyConnection
) -> None:
    found = quack.sql(f"FROM '{package}/operations.parquet'")
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    wanted = ("edition", "published_at", "earliest", "agencies", "dates_derived")
    assert [types[name] for name in wanted] == [
        "BIGINT",
        "TIMESTAMP WITH TIME ZONE",
        "DATE",
        "VARCHAR[]",
        "BOOLEAN",
    ]
    sweep = found.filter("id = 'sweep'").project("name_zh_hant, agencies, earliest").fetchall()
    assert sweep == [("大掃蕩", ["hkpf", "immd"], date(2023, 6, 12))]
    assert values(quack, f"'{package}/figures.parquet'") == VALUES


def test_duckdb_reads_documents_a_line_each(
    package: Path, quack: duckdb.DuckDBPyConnection
) -> None:
    documents = quack.sql(f"FROM read_json('{package}/operations.ndjson')")
    found = documents.project("id, name['zh-Hant'], len(figures)")
    assert found.fetchall() == [("survivor", "", 1), ("sweep", "大掃蕩", 4)]
    assert values(quack, f"read_json('{package}/figures.ndjson')") == VALUES


def values(quack: duckdb.DuckDBPyConnection, table: str) -> list[Any]:
    return [value for (value,) in quack.sql(f"FROM {table}").project("value").fetchall()]


def test_openpyxl_reads_typed_cells(package: Path) -> None:
    book = openpyxl.load_workbook(package / "operations.xlsx")
    header, *rows = book["operations"].iter_rows(values_only=True)
    sweep = dict(zip(header, rows[1], strict=True))
    assert sweep["name_zh_hant"] == "大掃蕩"
    assert sweep["earliest"] == datetime(2023, 6, 12)  # noqa: DTZ001 - as the format has it
    assert (sweep["edition"], sweep["dates_derived"]) == (3, False)
    figures = openpyxl.load_workbook(package / "figures.xlsx")["figures"]
    at = [cell.value for cell in figures[1]].index("value")
    assert [row[at].value for row in figures.iter_rows(min_row=2)] == VALUES


def test_sqlite_holds_both_tables(package: Path) -> None:
    with closing(sqlite3.connect(package / "record.sqlite3")) as database:
        joined = database.execute(
            "SELECT name_zh_hant, sum(value), typeof(max(value)), min(low) FROM figures"
            " JOIN operations ON operations.id = figures.operation"
            " WHERE figures.part_of IS NULL GROUP BY operations.id ORDER BY operations.id"
        )
        assert joined.fetchall() == [("", 100.0, "real", None), ("大掃蕩", 6400.0, "real", 1.5)]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        read = pd.read_sql("SELECT * FROM operations", database)
    assert list(read["name_zh_hant"]) == ["", "大掃蕩"]
