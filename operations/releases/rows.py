"""What of the record is in no operation's document, as the import takes it in again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from operations import publishing
from operations.document.canonical import timestamp
from operations.document.lookup import describe
from operations.document.sources import public_sources
from operations.importing.shapes import OWN_KEYS
from operations.models import (
    VOCABULARIES,
    Assessment,
    Edition,
    Finding,
    Offence,
    Statement,
    Term,
)
from operations.models.base import bilingual

from .numbers import last_figure_number

Row = dict[str, Any]
CONTEXT: dict[str, Any] = {
    "assessments": Assessment,
    "statements": Statement,
    "findings": Finding,
}


def terms(vocabulary: str) -> list[Row]:
    """Every term of a vocabulary in the order of ids."""
    found = VOCABULARIES[vocabulary]._default_manager.select_related("parent", "successor")
    return [term_row(term) for term in found.order_by("code")]


def term_row(term: Term) -> Row:
    return {
        "id": term.code,
        "name": term.names,
        "aliases": term.aliases,
        "parent": term.parent.code if term.parent else None,
        "successor": term.successor.code if term.successor else None,
        "note": bilingual(term.note_en, term.note_zh_hant),
        "evidence": term.evidence,
        **own_values(term),
    }


def own_values(term: Term) -> Row:
    """What only terms of its vocabulary have, under the keys that the import reads."""
    keys = [key.removesuffix("?") for key in OWN_KEYS.get(term.vocabulary, {})]
    values = {key: getattr(term, key) for key in keys if hasattr(term, key)}
    if isinstance(term, Offence):
        values["covered"] = bilingual(term.covered_en, term.covered_zh_hant)
        values["not_covered"] = bilingual(term.not_covered_en, term.not_covered_zh_hant)
        values["title_as_of"] = term.title_as_of or None
    return values


def sources() -> list[Row]:
    """Sources that something public cites; what nobody may read yet is not handed on."""
    found = public_sources().prefetch_related("archives").order_by("code")
    return [describe(source) for source in found]


def context(name: str) -> list[Row]:
    """The public documents of assessments, statements or findings, and what is beside them."""
    found = CONTEXT[name].objects.public().order_by("code")
    return [{**orjson.loads(record.document), **beside(record)} for record in found]


def beside(record: Assessment | Statement | Finding) -> Row:
    moment = record.published_at
    values: Row = {
        "published_at": timestamp(moment) if moment else None,
        "single_checked": record.single_checked,
    }
    if not isinstance(record, Finding):
        values["last_figure_number"] = last_figure_number(record)
    return values


def edition_row(edition: Edition) -> Row:
    """One edition with its seals; a redacted one without the text that was taken away."""
    return {
        "cursor": publishing.cursors.cursor(edition),
        "operation": edition.code,
        "edition": edition.number,
        "kind": edition.kind,
        "reason": edition.reason,
        "class": edition.withdrawal_class,
        "merged_into": edition.merged_into.code if edition.merged_into else None,
        "published_at": timestamp(edition.valid_from),
        "sha256": edition.sha256,
        "previous": edition.previous_chain,
        "chain": edition.chain,
        "single_checked": edition.single_checked,
        "redacted_at": timestamp(edition.redacted_at) if edition.redacted_at else None,
        "redaction_class": edition.redaction_class,
        # Where no text tells any more which numbers of figures were given.
        "last_figure_number": last_figure_number(edition.operation)
        if edition.is_redacted
        else None,
        "document": edition.content or None,
    }


def editions(found: Iterator[Edition]) -> Iterator[bytes]:
    for edition in found:
        yield orjson.dumps(edition_row(edition), option=orjson.OPT_SORT_KEYS)
