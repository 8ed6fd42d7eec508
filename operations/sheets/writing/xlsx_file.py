"""All tables as one XLSX file: a sheet each, code lists as drop-downs, and the code book."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from operations.sheets.cells import normal
from operations.sheets.columns import TABLES, Column, Table
from operations.sheets.columns.kinds import Code, Number

from .help import code_book, comment_rows, meaning, title

HEADER = Font(bold=True)
SHADE = PatternFill("solid", start_color="E8EEF4")
QUIET = Font(italic=True, color="555555")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TEXT = "@"
LISTS = "lists"
# How far down the drop-downs and the format of text reach in an empty table.
ROOM = 1000


def workbook(rows: Mapping[str, Iterable[list[str]]], *, with_help: bool = False) -> bytes:
    """A file with the rows of every table; ``with_help`` explains the columns under the header."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in TABLES.values():
        sheet = book.create_sheet(table.name)
        fill(sheet, table, rows.get(table.name, ()), with_help=with_help)
    write_code_book(book.create_sheet(_("code book")))
    add_lists(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill(sheet: Any, table: Table, rows: Iterable[list[str]], *, with_help: bool) -> None:
    for place, column in enumerate(table.columns, 1):
        cell = put(sheet, 1, place, column.name)
        cell.font, cell.fill = HEADER, SHADE
        explained = "\n".join(filter(None, (title(column), meaning(column))))
        cell.comment = Comment(explained, "", width=320, height=120)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(12, min(30, len(column.name) + 4))
    line = 2
    for texts in comment_rows(table) if with_help else ():
        for place, text in enumerate(texts, 1):
            cell = put(sheet, line, place, text)
            cell.font, cell.alignment = QUIET, WRAPPED
        line += 1
    for texts in rows:
        for place, (column, text) in enumerate(zip(table.columns, texts, strict=True), 1):
            if text:
                put_value(sheet, line, place, column, text)
        line += 1
    if with_help:
        make_room(sheet, table, line)
    sheet.freeze_panes = sheet.cell(2, 2)


def put(sheet: Any, line: int, place: int, text: str) -> Any:
    """A text that stays one: ``=1+1`` is no formula, 2024-11 no day."""
    cell = sheet.cell(line, place)
    cell.value = normal(text)
    cell.data_type = "s"
    cell.number_format = TEXT
    return cell


def put_value(sheet: Any, line: int, place: int, column: Column, text: str) -> None:
    if isinstance(column.kind, Number):
        sheet.cell(line, place, float(text) if "." in text else int(text))
    else:
        put(sheet, line, place, text)


def make_room(sheet: Any, table: Table, line: int) -> None:
    """Empty cells formatted as text, so that a spreadsheet leaves ids and dates alone."""
    for place, column in enumerate(table.columns, 1):
        if not isinstance(column.kind, Number):
            sheet.column_dimensions[get_column_letter(place)].number_format = TEXT
            for row in range(line, line + 200):
                sheet.cell(row, place).number_format = TEXT


def write_code_book(sheet: Any) -> None:
    for line, texts in enumerate(code_book(tuple(TABLES.values())), 1):
        for place, text in enumerate(texts, 1):
            cell = put(sheet, line, place, text)
            cell.alignment = WRAPPED
            if line == 1:
                cell.font = HEADER
    for place, width in enumerate((12, 20, 34, 60, 40, 30), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def add_lists(book: Any) -> None:
    """The code lists on a hidden sheet, and a drop-down in every column with one code a cell."""
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    place = 0
    for table in TABLES.values():
        for at, column in enumerate(table.columns, 1):
            if column.choices is None or not isinstance(column.kind, Code):
                continue
            place += 1
            codes = column.choices.values
            for line, code in enumerate(codes, 1):
                put(lists, line, place, code)
            letter = get_column_letter(place)
            choice = DataValidation(
                type="list",
                formula1=f"{LISTS}!${letter}$1:${letter}${len(codes)}",
                allow_blank=True,
                showErrorMessage=True,
            )
            sheet, under = book[table.name], get_column_letter(at)
            choice.add(f"{under}2:{under}{max(sheet.max_row, ROOM)}")
            sheet.add_data_validation(choice)
