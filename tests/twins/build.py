"""Descriptions for the rule, each test saying only what it is about."""

from __future__ import annotations

from typing import Any

from operations.dates import parse
from operations.twins import Described
from operations.twins.names import written


def described(
    code: str, *names: str, edtf: str = "2025-10-13/2025-10-15", **values: Any
) -> Described:
    span = parse(edtf)
    agencies = values.pop("agencies", ("hkpf",))
    lists: dict[str, Any] = {key: frozenset(values.pop(key, ())) for key in ("sources", "related")}
    return Described(
        id=code,
        names=written(names or ("Operation Kite",)),
        earliest=span.earliest,
        latest=span.latest,
        is_undated=span.is_undated,
        agencies=frozenset(lineage(agency) for agency in agencies),
        **lists,
        **values,
    )


def lineage(agency: str) -> tuple[str, ...]:
    """``hkpf.octb`` is inside ``hkpf``."""
    parts = agency.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))
