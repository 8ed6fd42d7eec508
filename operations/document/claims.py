"""Figures of a document as the plain claims that the rules reason about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from operations import figures
from operations.codes import DERIVED
from operations.dates import parse


def claims(document: dict[str, Any]) -> list[figures.Figure]:
    """Every figure of a document, in its order; tiers come from the document's own sources."""
    tiers = {source["id"]: source["tier"] for source in document["sources"]}
    return [claim(entry, document["id"], tiers) for entry in document["figures"]]


def claim(entry: dict[str, Any], owner: str, tiers: dict[str, int]) -> figures.Figure:
    who = entry["who"]
    sources = tuple(citation["source"] for citation in entry["citations"])
    return figures.Figure(
        id=entry["id"],
        owner=owner,
        measure=entry["measure"],
        value_type=entry["value_type"],
        value=decimal(entry["value"]),
        low=decimal(entry["low"]),
        high=decimal(entry["high"]),
        currency=entry["currency"] or "",
        qualifier=entry["qualifier"],
        scope=entry["scope"],
        counted_in=entry["counted_in"],
        period=entry["period"] or "",
        as_at=entry["as_at"] or "",
        as_at_day=parse(entry["as_at"] or "").latest,
        reporting_status=entry["reporting_status"],
        role=who["role"] or "",
        sex=who["sex"] or "",
        age_group=who["age_group"] or "",
        residency=who["residency"] or "",
        nationality=who["nationality"] or "",
        age_from=who["age_from"],
        age_to=who["age_to"],
        source_term=who["source_term"],
        offence=entry["offence"] or "",
        part_of=entry["part_of"],
        breakdown=entry["breakdown"] or "",
        breakdown_set=entry["breakdown_set"] or "",
        covers=tuple(entry["covers"]),
        derived=entry["derived"],
        confidence=entry["confidence"],
        rank=entry["rank"],
        tier=min((tiers[source] for source in sources), default=DERIVED),
        sources=sources,
    )


def decimal(value: float | None) -> Decimal | None:
    """Exactly the number as it is written in the JSON."""
    return None if value is None else Decimal(str(value))
