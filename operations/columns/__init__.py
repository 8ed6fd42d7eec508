"""Published documents as tables: which columns, in which order, of which type, and what they mean.

The one definition behind CSV, XLSX, Parquet, the code book and the table schemas. Types and codes
come from ``operations.shapes``, titles from the words that changes are told in.
"""

from .column import Column, Kind
from .tables import FIGURES, OPERATIONS, TABLES, Table

__all__ = ["FIGURES", "OPERATIONS", "TABLES", "Column", "Kind", "Table"]
