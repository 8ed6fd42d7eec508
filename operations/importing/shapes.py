"""The interchange format: what the import reads of each kind of row.

Every document of the public record has these keys, and more.
"""

from __future__ import annotations

from .shape import Nullable, Reference, Shape

TEXT_OR_NULL = Nullable(str)
PAIR = {"en": str, "zh-Hant": str}
NAMED = {"id": str}

TERM: dict[str, Shape] = {
    "id": str,
    "name": PAIR,
    "note": PAIR,
    "aliases": [str],
    "evidence": str,
    "parent": TEXT_OR_NULL,
    "successor?": TEXT_OR_NULL,
}
OWN_KEYS: dict[str, dict[str, Shape]] = {
    "offence": {
        "ordinance": str,
        "section": str,
        "relevance": str,
        "max_penalty": str,
        "iccs": str,
        "covered?": PAIR,
        "not_covered": PAIR,
        "palermo?": [str],
        "htcds_forms?": [str],
        "title_as_of": TEXT_OR_NULL,
    },
    "place": {"kind": str},
    "method": {"kind": str, "htcds": str, "ctdc": str},
}

SOURCE: dict[str, Shape] = {
    "id": str,
    "title": str,
    "publisher": str,
    "original_publisher": str,
    "url": str,
    "published": TEXT_OR_NULL,
    "language": str,
    "kind": str,
    "accessed_on": TEXT_OR_NULL,
    "archives": [{"url": str, "sha256": str, "archived_on": str}],
    "note?": str,
}

WHO: dict[str, Shape] = {
    "role": TEXT_OR_NULL,
    "sex": TEXT_OR_NULL,
    "age_group": TEXT_OR_NULL,
    "residency": TEXT_OR_NULL,
    "nationality": TEXT_OR_NULL,
    "age_from": Nullable(int),
    "age_to": Nullable(int),
    "source_term": str,
}
FIGURE: dict[str, Shape] = {
    "id": str,
    "measure": str,
    "value_type": str,
    "value": Nullable(float),
    "low": Nullable(float),
    "high": Nullable(float),
    "currency": TEXT_OR_NULL,
    "qualifier": str,
    "scope": str,
    "counted_in": str,
    "period": TEXT_OR_NULL,
    "as_at": TEXT_OR_NULL,
    "reporting_status": str,
    "who": WHO,
    "offence": TEXT_OR_NULL,
    "part_of": TEXT_OR_NULL,
    "breakdown": TEXT_OR_NULL,
    "breakdown_set": TEXT_OR_NULL,
    "covers": [str],
    "derived": bool,
    "came_from?": TEXT_OR_NULL,
    "confidence": str,
    "rank": str,
    "rank_reason": TEXT_OR_NULL,
    "rank_note": PAIR,
    "note": PAIR,
    "citations": [{"source": str, "locator": str}],
}

OPERATION: dict[str, Shape] = {
    "id": str,
    "name": PAIR,
    "aliases": [str],
    "summary": PAIR,
    "kind": str,
    "status": str,
    "flags": [str],
    "dates": {"edtf": str, "derived": bool, "note": PAIR},
    "series": Reference(),
    "part_of": TEXT_OR_NULL,
    "may_overlap": [str],
    "agencies": [{"id": str, "role": str}],
    "groups": [{"id": str, "attribution": str}],
    "places": [NAMED],
    "offences": [NAMED],
    "methods": [NAMED],
    "routes": [{"from": NAMED, "to": NAMED}],
    "figures": [FIGURE],
    "sources": [NAMED],
    "links": [{"kind": str, "url": str}],
    "internal_notes?": str,
}

# What a release tells of a context record beside its document.
RELEASED: dict[str, Shape] = {
    "published_at?": TEXT_OR_NULL,
    "single_checked?": bool,
    "last_figure_number?": int,
}
ASSESSMENT: dict[str, Shape] = {
    **RELEASED,
    "id": str,
    "body": PAIR,
    "series": str,
    "year": int,
    "covers": TEXT_OR_NULL,
    "tier": str,
    "note": PAIR,
    "figures": [FIGURE],
    "sources": [NAMED],
}
STATEMENT: dict[str, Shape] = {
    **RELEASED,
    "id": str,
    "kind": str,
    "date": TEXT_OR_NULL,
    "body": PAIR,
    "answers": TEXT_OR_NULL,
    "subject": PAIR,
    "summary": PAIR,
    "figures": [FIGURE],
    "sources": [NAMED],
}
FINDING: dict[str, Shape] = {
    **RELEASED,
    "id": str,
    "kind": str,
    "text": PAIR,
    "from": Reference(),
    "to": Reference(),
    "via": [Reference()],
    "method": Reference(),
    "offence": Reference(),
    "group": Reference(),
    "sources": [NAMED],
}

EDITION: dict[str, Shape] = {
    "cursor": str,
    "operation": str,
    "edition": int,
    "kind": str,
    "reason": str,
    "class": str,
    "merged_into": TEXT_OR_NULL,
    "published_at": str,
    "sha256": str,
    "previous": str,
    "chain": str,
    "single_checked": bool,
    "redacted_at": TEXT_OR_NULL,
    "redaction_class": str,
    "last_figure_number": Nullable(int),
    "document": Nullable(NAMED),
}
