"""What the API answers, as JSON Schema. Codes come from the code lists.

A test compares these shapes with real answers, so that they cannot drift from the documents.
"""

from __future__ import annotations

from collections.abc import Iterable

from .change import CHANGE
from .context import ASSESSMENT, STATEMENT
from .figure import DISPUTE, FIGURE, OWNED_FIGURE, WHO
from .operation import DATES, OPERATION, QUOTED_TERM, ROUTE, VOCABULARY
from .parts import BILINGUAL, INSIDE, NAMED, Schema, nullable, ref
from .problem import GONE, PROBLEM
from .references import moved
from .source import QUOTED_SOURCE, SOURCE
from .term import TERMS
from .total import COUNTED, LEFT_OUT, TOTAL, TOTAL_ROW

__all__ = [
    "ASSESSMENT",
    "COMPONENTS",
    "INSIDE",
    "OPERATION",
    "OWNED_FIGURE",
    "SOURCE",
    "STATEMENT",
    "TERMS",
    "TOTAL",
    "Schema",
    "moved",
    "nullable",
    "ref",
    "shape_at",
    "term_component",
]


def term_component(vocabulary: str) -> str:
    """Name of the component that describes the terms of a vocabulary."""
    return f"{vocabulary.capitalize()}Term"


COMPONENTS: dict[str, Schema] = {
    "Assessment": ASSESSMENT,
    "Bilingual": BILINGUAL,
    "Change": CHANGE,
    "Counted": COUNTED,
    "Dates": DATES,
    "Dispute": DISPUTE,
    "Figure": FIGURE,
    "Gone": GONE,
    "LeftOut": LEFT_OUT,
    "Named": NAMED,
    "Operation": OPERATION,
    "OwnedFigure": OWNED_FIGURE,
    "Problem": PROBLEM,
    "QuotedSource": QUOTED_SOURCE,
    "QuotedTerm": QUOTED_TERM,
    "Route": ROUTE,
    "Source": SOURCE,
    "Statement": STATEMENT,
    "Total": TOTAL,
    "TotalRow": TOTAL_ROW,
    "Vocabulary": VOCABULARY,
    "Who": WHO,
    **{term_component(vocabulary): shape for vocabulary, shape in TERMS.items()},
}


def shape_at(component: str, keys: Iterable[str]) -> Schema:
    """The schema of what stands under ``keys`` in a component, references and lists followed."""
    found = COMPONENTS[component]
    for key in keys:
        found = resolved(found)["properties"][key]
    return found


def resolved(schema: Schema) -> Schema:
    """The object described: of the entries of a list, of what is referred to or may be null."""
    if "items" in schema:
        return resolved(schema["items"])
    if "oneOf" in schema:
        return resolved(schema["oneOf"][0])
    return COMPONENTS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
