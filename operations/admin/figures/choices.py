"""The measures in groups, so that one is found among some fifty."""

from __future__ import annotations

from typing import Any

from operations.codes import explained


def grouped_measures() -> list[Any]:
    """Choices by stage along the chain, money and goods apart."""
    groups: dict[str, list[tuple[str, Any]]] = {}
    for code in explained.codes("measure"):
        groups.setdefault(str(explained.measure_group(code.code)), []).append(
            (code.code, code.label)
        )
    return [("", "---------"), *groups.items()]
