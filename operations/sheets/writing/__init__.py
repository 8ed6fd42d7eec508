"""Working copies → the very files that ``reading`` reads, and templates to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import orjson

from operations.sheets.columns import TABLES, Table

from .csv_file import table_csv
from .rows import documents, rows, source_documents
from .xlsx_file import workbook

__all__ = ["FORMATS", "File", "export", "template"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What an export or a template can be: the whole as one file, or one table as CSV.
FORMATS = ("xlsx", "json", *(f"{name}.csv" for name in TABLES))


@dataclass(frozen=True)
class File:
    name: str
    content: bytes
    media_type: str


def export(codes: Iterable[str], form: str) -> File:
    """Working copies as a file of one of ``FORMATS``."""
    found = list(documents(codes))
    if form == "json":
        content = {"operations": found, "sources": source_documents(found)}
        return File("operations.json", orjson.dumps(content, option=INDENTED), "application/json")
    if form == "xlsx":
        made = {name: rows(table, found) for name, table in TABLES.items()}
        return File("operations.xlsx", workbook(made), XLSX)
    table = table_of(form)
    return File(form, table_csv(table, rows(table, found)), "text/csv; charset=utf-8")


def template(form: str) -> File:
    """An empty file with its columns explained."""
    if form == "xlsx":
        return File("template.xlsx", workbook({}, with_help=True), XLSX)
    table = table_of(form)
    content = table_csv(table, (), with_help=True)
    return File(f"template-{form}", content, "text/csv; charset=utf-8")


def table_of(form: str) -> Table:
    return TABLES[form.removesuffix(".csv")]


INDENTED = orjson.OPT_INDENT_2
