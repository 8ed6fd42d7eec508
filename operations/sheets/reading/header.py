"""Which columns a header names, and which table that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from operations.problems import Refused, shown
from operations.sheets.columns import TABLES, Column, Table
from operations.sheets.columns.kinds import narrow
from operations.sheets.nearest import nearest


def folded(text: str) -> str:
    return narrow(text).casefold().replace(" ", "_").lstrip("'")


@cache
def spellings(name: str) -> dict[str, Column]:
    """How each column of a table may be called: its name, or its title in either language."""
    found: dict[str, Column] = {}
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            for column in TABLES[name].columns:
                found.setdefault(folded(str(column.title)), column)
    return {**found, **{column.name: column for column in TABLES[name].columns}}


def likeness(table: Table, header: Iterable[str]) -> int:
    """How many columns of the table the header names; none without those that it needs."""
    named = {column.name for text in header if (column := spellings(table.name).get(folded(text)))}
    return len(named) if named.issuperset(table.required) else 0


def recognised(header: list[str]) -> Table | None:
    """The table that the header is most like."""
    best = max(TABLES.values(), key=lambda table: likeness(table, header))
    return best if likeness(best, header) else None


def columns_of(table: Table, header: list[str], sheet: str) -> list[Column | None]:
    """The column of each cell of the header; ``Refused`` names every cell that is none."""
    known = spellings(table.name)
    found = [known.get(folded(text)) if text else None for text in header]
    reasons = [*unknown(known, header), *twice(found), *missing(table, found)]
    if reasons:
        raise Refused(*(f"{sheet}: {reason}" for reason in reasons))
    return found


def unknown(known: dict[str, Column], header: list[str]) -> Iterator[str]:
    for text in header:
        if text and folded(text) not in known:
            message = _("there is no column “%(name)s”.") % {"name": shown(text)}
            names = {column.name for column in known.values()}
            yield message + nearest(folded(text), names)


def twice(found: list[Column | None]) -> Iterator[str]:
    names = [column.name for column in found if column]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield _("the column “%(name)s” stands twice.") % {"name": name}


def missing(table: Table, found: list[Column | None]) -> Iterator[str]:
    names = {column.name for column in found if column}
    for name in table.required:
        if name not in names:
            yield _("the column “%(name)s” is missing.") % {"name": name}
