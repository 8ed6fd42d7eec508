"""Shapes of the terms of each vocabulary."""

from __future__ import annotations

from operations import codes
from operations.models import VOCABULARIES

from .parts import EDTF, ID, TEXT, TEXTS, Schema, code, document, nullable, ref

EXTRA: dict[str, dict[str, Schema]] = {
    "offence": {
        "ordinance": {**TEXT, "description": "Chapter of the Laws of Hong Kong, if it has one."},
        "section": TEXT,
        "relevance": code(codes.Relevance),
        "covered": ref("Bilingual"),
        "not_covered": ref("Bilingual"),
        "max_penalty": TEXT,
        "iccs": TEXT,
        "palermo": {"type": "array", "items": code(codes.PalermoElement)},
        "htcds_forms": {**TEXTS, "description": "Types of exploitation as HTCDS words them."},
        "title_as_of": nullable(EDTF),
    },
    "place": {
        "kind": code(codes.PlaceKind),
        "parts": {**TEXTS, "description": "Ids that a combined place joins; else its own."},
    },
    "method": {"kind": code(codes.MethodKind), "htcds": TEXT, "ctdc": TEXT},
}


def term_shape(vocabulary: str) -> Schema:
    return document(
        f"A term of the vocabulary “{vocabulary}”.",
        id=ID,
        vocabulary={**TEXT, "const": vocabulary},
        name=ref("Bilingual"),
        aliases=TEXTS,
        broader={**TEXTS, "description": "Ids of broader terms, nearest first."},
        successor={**nullable(ID), "description": "What to use instead of a retired term."},
        note=ref("Bilingual"),
        evidence=code(codes.Evidence),
        **EXTRA.get(vocabulary, {}),
    )


TERMS = {vocabulary: term_shape(vocabulary) for vocabulary in VOCABULARIES}
