"""Columns explained, from the same definition that reads them."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from operations.sheets.columns import Column, Table

MARK = "# "


def in_languages(text: object) -> str:
    """A lazy text in every language of the site."""
    found = []
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            found.append(str(text))
    return " / ".join(dict.fromkeys(filter(None, found)))


def comment_rows(table: Table) -> Iterator[list[str]]:
    """Rows that begin with “# ”, which the import passes over: titles, meaning, form, example."""
    for line in (title, meaning, form, example):
        first, *others = [line(column) for column in table.columns]
        yield [f"{MARK}{first}", *others]


def title(column: Column) -> str:
    return in_languages(column.title)


def meaning(column: Column) -> str:
    return str(column.help)


def form(column: Column) -> str:
    return str(column.kind.words)


def example(column: Column) -> str:
    return column.example


def code_book(tables: tuple[Table, ...]) -> Iterator[list[str]]:
    """Every column, then under it every code that it knows."""
    yield [_("sheet"), _("column"), _("title"), _("meaning"), _("what a cell holds"), _("example")]
    for table in tables:
        for column in table.columns:
            facts = [meaning(column), form(column), column.example]
            yield [table.name, column.name, title(column), *facts]
            for code in column.choices or ():
                yield ["", "", str(code.value), in_languages(code.label), "", ""]
