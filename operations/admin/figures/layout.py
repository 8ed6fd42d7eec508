"""What of a figure stands in its line, and what in the part that opens below it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from . import citations

# One column each; the number's column holds two.
COLUMNS: list[tuple[Any, tuple[str, ...]]] = [
    (_("Measure"), ("measure",)),
    (_("Number"), ("qualifier", "value")),
    (_("Scope"), ("scope",)),
    (_("Counted in"), ("counted_in",)),
    (_("As at"), ("as_at",)),
    (_("Status"), ("reporting_status",)),
    (_("First source"), ("source_1",)),
]
PART = ("part_of_row", "breakdown", "breakdown_set")
WHO = (
    *("role", "sex", "age_group", "residency", "nationality"),
    *("offence", "age_from", "age_to", "source_term"),
)
NUMBER = ("value_type", "low", "high", "currency", "period")
RANK = ("rank", "rank_reason", "confidence", "derived", "covers")
NOTES = ("note_en", "note_zh_hant", "rank_note_en", "rank_note_zh_hant")


def line() -> list[str]:
    return [name for _heading, names in COLUMNS for name in names]


def sections(slots: int) -> list[tuple[Any, tuple[str, ...]]]:
    """The groups below the line, each with its heading."""
    cited = [name for pair in citations.names(slots) for name in pair if name != "source_1"]
    return [
        (_("Part of a whole"), PART),
        (_("Who is counted"), WHO),
        (_("Kind of number, and time"), NUMBER),
        (_("Sources"), tuple(cited)),
        (_("Rank and confidence"), RANK),
        (_("Notes that readers see"), NOTES),
    ]


def fieldsets(slots: int) -> list[tuple[Any, dict[str, Any]]]:
    """The same for those who may only read, in the stock form."""
    below = [(heading, {"fields": list(names)}) for heading, names in sections(slots)]
    return [(None, {"fields": ["in_words", *line()]}), *below]
