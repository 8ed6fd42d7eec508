"""Published documents with the figures that a test names, without a database."""

from __future__ import annotations

from typing import Any

FIGURE: dict[str, Any] = {
    "value_type": "value",
    "value": None,
    "low": None,
    "high": None,
    "currency": None,
    "qualifier": "exact",
    "scope": "vice",
    "counted_in": "hk",
    "period": None,
    "as_at": None,
    "reporting_status": "final",
    "offence": None,
    "part_of": None,
    "breakdown": None,
    "breakdown_set": None,
    "covers": [],
    "derived": False,
    "confidence": "high",
    "rank": "normal",
    "citations": [{"source": "a", "locator": ""}],
}
NOBODY: dict[str, Any] = {
    "role": None,
    "sex": None,
    "age_group": None,
    "residency": None,
    "nationality": None,
    "age_from": None,
    "age_to": None,
    "source_term": "",
}


def stated(measure: str, value: int | None = None, **changes: Any) -> dict[str, Any]:
    """A figure of ``measure``; who is counted by keyword like everything else."""
    who = {name: changes.pop(name, default) for name, default in NOBODY.items()}
    return {**FIGURE, "measure": measure, "value": value, "who": who, **changes}


def document(
    *figures: dict[str, Any], edtf: str = "2024-01-01/2024-01-31", status: str = "concluded"
) -> dict[str, Any]:
    """What the chain reads of a document; figures are numbered in the order given."""
    return {
        "id": "op",
        "status": status,
        "dates": {"edtf": edtf},
        "sources": [{"id": "a", "tier": 1}],
        "figures": [{**figure, "id": f"op.{n}"} for n, figure in enumerate(figures, 1)],
    }
