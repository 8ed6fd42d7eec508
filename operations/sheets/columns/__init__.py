"""What the columns of each table are: the one definition behind template, reading and writing."""

from .column import Column
from .tables import FIGURES, OPERATIONS, SOURCES, TABLES, Table, blank, copied

__all__ = ["FIGURES", "OPERATIONS", "SOURCES", "TABLES", "Column", "Table", "blank", "copied"]
