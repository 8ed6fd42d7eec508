"""Shape of the published document of an operation."""

from __future__ import annotations

from operations import codes
from operations.models import VOCABULARIES

from .parts import (
    DAY,
    EDTF,
    FLAG,
    ID,
    MOMENT,
    NAMED,
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

DATES = entry(
    "When it took place. Bounds are the strict ones; both are null when no source fixes a date, "
    "and the latest alone is null while it is still going on.",
    edtf=EDTF,
    earliest=nullable(DAY),
    latest=nullable(DAY),
    derived={**FLAG, "description": "Worked out, not printed as such."},
    note=ref("Bilingual"),
)

QUOTED_TERM = entry(
    "What a term named in the document is called and belongs to.",
    name=ref("Bilingual"),
    aliases=TEXTS,
    broader={**TEXTS, "description": "Ids of broader terms, nearest first."},
)

VOCABULARY = entry(
    "Names of every term named anywhere in the document, by vocabulary and id.",
    **{
        name: {"type": "object", "additionalProperties": ref("QuotedTerm")}
        for name in sorted(VOCABULARIES)
    },
)

# “from” is a word of the language and cannot be a keyword.
ROUTE = entry("From place to place.", **{"from": ref("Named"), "to": ref("Named")})

OPERATION = document(
    "The published document of an operation. Keys are never missing; empty is [], “” or null.",
    id={**ID, "examples": ["thunderbolt-2023"]},
    edition=WHOLE,
    published_at=MOMENT,
    name=ref("Bilingual"),
    aliases=TEXTS,
    summary=ref("Bilingual"),
    kind=code(codes.Kind),
    status=code(codes.Status),
    flags=listed(code(codes.Flag)),
    dates=ref("Dates"),
    series=nullable(ref("Named")),
    part_of=nullable(ID),
    may_overlap=listed(ID),
    agencies=listed(entry(**NAMED["properties"], role=code(codes.AgencyRole))),
    groups=listed(entry(**NAMED["properties"], attribution=code(codes.Attribution))),
    places=listed(ref("Named")),
    offences=listed(entry(**NAMED["properties"], relevance=code(codes.Relevance))),
    methods=listed(ref("Named")),
    routes=listed(ref("Route")),
    figures=listed(ref("Figure")),
    disputed=listed(ref("Dispute")),
    sources=listed(ref("QuotedSource")),
    links=listed(entry(kind=code(codes.LinkKind), url=TEXT)),
    vocabulary=ref("Vocabulary"),
)
