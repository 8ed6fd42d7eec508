"""Shape of a figure: one counted claim, by named sources, with its scope."""

from __future__ import annotations

from operations import codes

from .parts import (
    EDTF,
    FLAG,
    ID,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    code,
    document,
    entry,
    listed,
    nullable,
    ref,
)

SINGLED_OUT = {
    "role": nullable(code(codes.Role)),
    "sex": nullable(code(codes.Sex)),
    "age_group": nullable(code(codes.AgeGroup)),
    "residency": nullable(code(codes.Residency)),
    "nationality": nullable(code(codes.Nationality)),
}

WHO = entry(
    "Who is counted; null where nobody is singled out by it.",
    **SINGLED_OUT,
    age_from=nullable(WHOLE),
    age_to=nullable(WHOLE),
    source_term={**TEXT, "description": "The source's own word."},
)

ALWAYS_THERE = entry(
    "One counted claim with its scope. Figures may not simply be added: rivals, parts of other "
    "figures and interim counts stand beside each other.",
    id={**ID, "examples": ["thunderbolt-2023.1"]},
    measure=code(codes.Measure),
    unit=code(codes.Unit),
    value_type=code(codes.ValueType),
    value=nullable(NUMBER),
    low=nullable(NUMBER),
    high=nullable(NUMBER),
    currency=nullable(code(codes.Currency)),
    qualifier=code(codes.Qualifier),
    scope=code(codes.Scope),
    counted_in={**ID, "description": "A place.", "examples": ["hk"]},
    period=nullable(EDTF),
    as_at=nullable(EDTF),
    reporting_status=code(codes.ReportingStatus),
    who=ref("Who"),
    offence=nullable(ID),
    part_of=nullable(ID),
    breakdown=nullable(code(codes.BreakdownKind)),
    breakdown_set=nullable(TEXT),
    covers=listed(ID),
    came_from={
        **nullable(ID),
        "description": "The id under which a merged operation recorded the claim first; missing in "
        "editions older than the key.",
    },
    derived={**FLAG, "description": "Added up by the editors of this record."},
    confidence=code(codes.Confidence),
    rank=code(codes.Rank),
    rank_reason=nullable(code(codes.RankReason)),
    rank_note=ref("Bilingual"),
    headline={**FLAG, "description": "Whether it leads among the rivals of its claim."},
    note=ref("Bilingual"),
    citations=listed(entry(source=ID, locator=TEXT)),
)

FIGURE = {
    **ALWAYS_THERE,
    "required": [key for key in ALWAYS_THERE["required"] if key != "came_from"],
}

OWNED_FIGURE = document(
    "A figure with the operation that it belongs to.",
    operation=ID,
    **FIGURE["properties"],
)

DISPUTE = entry(
    "One claim on which figures that stand disagree.",
    measure=code(codes.Measure),
    scope=code(codes.Scope),
    counted_in=ID,
    who=entry("", **SINGLED_OUT),
    figures=TEXTS,
    note=ref("Bilingual"),
)
