"""Search in English and Chinese: folding, atoms, the query, and the index over editions.

A text becomes atoms (words, numbers, single characters); a query becomes units that must all be
found, each a phrase of atoms. ``Query.fits`` says in plain Python what the databases answer.
"""

from .entry import entry
from .find import matching
from .folding import fold
from .query import Phrase, Query, Unit, parse
from .texts import Passage, language, passages

__all__ = [
    "Passage",
    "Phrase",
    "Query",
    "Unit",
    "entry",
    "fold",
    "language",
    "matching",
    "parse",
    "passages",
]
