"""Figures as documents write them, and a small vocabulary to name places with."""

from __future__ import annotations

from typing import Any

NOBODY = {
    "role": None,
    "sex": None,
    "age_group": None,
    "residency": None,
    "nationality": None,
    "age_from": None,
    "age_to": None,
    "source_term": "",
}
VOCABULARY = {
    "place": {
        "hk": {"name": {"en": "Hong Kong", "zh-Hant": "香港"}},
        "mo": {"name": {"en": "Macau", "zh-Hant": ""}},
        "hk+cn.gd": {"name": {"en": "Hong Kong and Guangdong", "zh-Hant": "香港及廣東"}},
    },
    "offence": {"hk.200.139": {"name": {"en": "Keeping a vice establishment", "zh-Hant": ""}}},
}


def entry(value: Any = 6400, **changes: Any) -> dict[str, Any]:
    """An exact count of arrests for all offences in Hong Kong; ``who`` is filled up."""
    who = {**NOBODY, **changes.pop("who", {})}
    return {
        "id": "op.1",
        "measure": "persons_arrested",
        "unit": "person",
        "value_type": "value",
        "value": value,
        "low": None,
        "high": None,
        "currency": None,
        "qualifier": "exact",
        "scope": "all_offences",
        "counted_in": "hk",
        "period": None,
        "as_at": None,
        "reporting_status": "not_stated",
        "offence": None,
        "derived": False,
        "who": who,
        **changes,
    }
