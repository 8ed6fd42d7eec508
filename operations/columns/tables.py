"""The two tables, and the rows that a document has in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .column import Column
from .figure import FIGURE_COLUMNS
from .operation import OPERATION_COLUMNS

Content = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """``rows`` gives what the columns read, one a row, of the document of an operation.

    ``note`` is what has to be known before the rows are counted.
    """

    name: str
    title: str | Promise
    columns: tuple[Column, ...]
    rows: Callable[[Content], Iterator[Content]]
    note: str | Promise = ""

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def chosen(self, names: list[str]) -> tuple[Column, ...]:
        """The columns with these names, in the order of the table; all when none is named."""
        return tuple(column for column in self.columns if not names or column.name in names)


def itself(document: Content) -> Iterator[Content]:
    yield document


def owned_figures(document: Content) -> Iterator[Content]:
    """Figures with the id of their operation."""
    for figure in document["figures"]:
        yield {"operation": document["id"], **figure}


OPERATIONS = Table("operations", _("Operations"), OPERATION_COLUMNS, itself)
FIGURES = Table(
    "figures",
    _("Figures"),
    FIGURE_COLUMNS,
    owned_figures,
    _(
        "A query chooses operations, and every figure of theirs is given, rivals, parts and interim"
        " counts too: “measure”, “scope” and “counted_in” choose no rows. Choose rows by these"
        " columns; for a number that may be quoted ask for a total."
    ),
)
TABLES = {table.name: table for table in (OPERATIONS, FIGURES)}
