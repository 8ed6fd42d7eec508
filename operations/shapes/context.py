"""Shapes of the context that operations stand in."""

from __future__ import annotations

from operations import codes

from .parts import EDTF, ID, TEXT, WHOLE, code, document, listed, nullable, ref

ASSESSMENT = document(
    "A yearly report on Hong Kong, with its tier and figures.",
    id=ID,
    body=ref("Bilingual"),
    series=TEXT,
    year=WHOLE,
    covers=nullable(EDTF),
    tier=code(codes.Tier),
    note=ref("Bilingual"),
    figures=listed(ref("Figure")),
    sources=listed(ref("QuotedSource")),
)

STATEMENT = document(
    "What a government or a treaty body said, and what it answers.",
    id=ID,
    kind=code(codes.StatementKind),
    date=nullable(EDTF),
    body=ref("Bilingual"),
    answers={**nullable(ID), "description": "The assessment that it answers."},
    subject=ref("Bilingual"),
    summary=ref("Bilingual"),
    figures=listed(ref("Figure")),
    sources=listed(ref("QuotedSource")),
)
