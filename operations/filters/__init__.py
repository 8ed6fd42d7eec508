"""The one FilterSet over editions, and the sentence that describes a query.

Page, JSON, CSV, feed, counts and totals all go through ``select``; a parameter that is unknown
or malformed is an error that names itself, never “everything”.
"""

from .filterset import PARAMETERS, EditionFilter
from .meanings import MEANINGS
from .renewed import heir
from .selection import Selection, known_only, malformed, select, unknown
from .sentence import Condition, conditions, sentence
from .sorting import SORTS, order_by

__all__ = [
    "MEANINGS",
    "PARAMETERS",
    "SORTS",
    "Condition",
    "EditionFilter",
    "Selection",
    "conditions",
    "heir",
    "known_only",
    "malformed",
    "order_by",
    "select",
    "sentence",
    "unknown",
]
