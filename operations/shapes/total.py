"""Shape of a total: a sum that says what it counted and what it left out."""

from __future__ import annotations

from operations import codes
from operations.totals import By, Reason

from .parts import FLAG, ID, NUMBER, TEXT, WHOLE, Schema, code, entry, listed, nullable, ref

SUM = {
    "value": {
        **nullable(NUMBER),
        "description": "Null when nothing may be added; that is not zero.",
    },
    "lower_bound": {**FLAG, "description": "Whether the true number may be higher."},
    "matching": {**WHOLE, "description": "Operations that fit: those counted and those left out."},
    "stating": {**WHOLE, "description": "Operations that state this figure as a number."},
}

COUNTED = entry(
    "An operation that was counted, and by which figure.", id=ID, figure=ID, value=NUMBER
)

LEFT_OUT = entry(
    "An operation that was not counted, and the first reason that applies.",
    id=ID,
    reason=code(Reason),
    other={
        **nullable(TEXT),
        "description": "The operation that it lies inside of, may overlap with or covers; for "
        "“other_scope” the scope, place or currency that it states instead.",
    },
)

TOTAL_ROW = entry(
    "The safe sum of one year, term or scope. The key is null where operations name none.",
    key=nullable(TEXT),
    name=ref("Bilingual"),
    **SUM,
)

# Beside the keys that are always there.
CURRENCY = {
    **nullable(code(codes.Currency)),
    "description": "Only when the measure is money: amounts in other currencies are left out.",
}

ALWAYS = entry(
    "A safe sum: one figure an operation, never parts, interim or cumulative counts, never twice "
    "what lies inside another. A sum of arrests is of people arrested, not convicted.",
    measure=code(codes.Measure),
    scope=code(codes.Scope),
    counted_in={**ID, "description": "A place.", "examples": ["hk"]},
    **SUM,
    counted=listed(ref("Counted")),
    left_out=listed(ref("LeftOut")),
    by=nullable(code(By)),
    rows=listed(ref("TotalRow")),
    rows_add_up={**FLAG, "description": "Whether the rows hold each figure counted just once."},
)

TOTAL: Schema = {**ALWAYS, "properties": {**ALWAYS["properties"], "currency": CURRENCY}}
