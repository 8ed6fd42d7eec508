"""The rules on figures in sentences; ``operations.figures`` and ``operations.totals`` hold them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Rule:
    name: str
    title: str | Promise
    text: str | Promise


RULES = (
    Rule(
        "claim",
        _("One claim, and its rivals"),
        _(
            "Figures are rivals when they state the same measure, currency, scope, place, period,"
            " offence, role, sex, age group, residency and nationality of one operation. Different"
            " ones are different quantities. Measure or scope “other” never makes rivals."
        ),
    ),
    Rule(
        "headline",
        _("Which figure leads"),
        _(
            "Among rivals: not the deprecated ones; a preferred one first; final, revised or not"
            " stated before interim, never a cumulative one; official and reporting sources before"
            " derived ones; the later day; the better source; the more precise of those that agree;"
            " at last the lowest number."
        ),
    ),
    Rule(
        "disputed",
        _("When a figure is disputed"),
        _(
            "Rivals that still stand after the first of these steps and whose numbers cannot all be"
            " true. “About” allows ten per cent either way, “more than” and “at least” everything"
            " above."
        ),
    ),
    Rule(
        "nothing",
        _("Three kinds of nothing"),
        _(
            "A zero was stated. “Not stated” was looked for in every source read and not found."
            " What was never looked for is not in the record. In a table all but the zero are"
            " empty: read the column “value_type”."
        ),
    ),
    Rule(
        "parts",
        _("Parts and wholes"),
        _(
            "A part is in its whole already. Parts of a partition add up to the whole; overlapping"
            " and partial ones do not. One whole may be split in several ways, each with a name."
        ),
    ),
    Rule(
        "sums",
        _("Which figures may be added"),
        _(
            "One headline an operation, of one measure, scope and place; never parts, interim or"
            " cumulative counts, never “at most”, never what covers other operations, never twice"
            " what lies inside a counted operation. The total says what it left out and why."
        ),
    ),
    Rule(
        "dates",
        _("Dates"),
        _(
            "Dates are written in EDTF (ISO 8601-2), levels 0 and 1, as exactly as sources give"
            " them. “2008-09-24/” has an end that nobody states; only “/..” is still running."
        ),
    ),
    Rule(
        "lists",
        _("Lists in a table"),
        _(
            "CSV and XLSX write a list as one text with a semicolon and a space between its items;"
            " what is not stated keeps its place, empty. A semicolon inside an item, as in the"
            " locator “p. 3; table 2”, stands as it is: where items have to be told apart, take"
            " JSON or Parquet, in which columns “in the order of” another have as many items."
        ),
    ),
)
