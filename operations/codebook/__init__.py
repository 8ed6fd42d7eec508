"""What every column, key and code means, in both languages, put together from the definitions.

Nothing is explained here a second time: columns bring their meaning from ``operations.columns``,
documents theirs from ``operations.shapes``, codes theirs from ``operations.codes``.
"""

from .book import book
from .entries import Entry, Example, entries, examples
from .lists import CodeList, code_lists, name_of_list
from .rules import RULES

__all__ = [
    "RULES",
    "CodeList",
    "Entry",
    "Example",
    "book",
    "code_lists",
    "entries",
    "examples",
    "name_of_list",
]
