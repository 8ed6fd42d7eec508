"""Counts beside each choice: what a list would hold if the choice were made.

A count is made under the query without the facet's own choice, so that siblings do not vanish;
it is exactly the number of results of the query that the choice leads to.
"""

from .choices import SEARCHABLE, facets
from .model import Choice, Facet

__all__ = ["SEARCHABLE", "Choice", "Facet", "facets"]
