"""The rows of a grouped total: each the safe sum of its own operations.

So the row of a term says what the total says when the list is narrowed to that term, its
narrower terms included; and so rows can hold more than the whole counts. ``rows_add_up``
tells when they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from operations.codes import SCOPES_WIDEST_FIRST

from .model import Case, Question
from .reasons import By
from .result import Sum
from .rules import safe_sum

Key = str | None


def sums_by_key(
    cases: Iterable[Case], keys: Mapping[str, Iterable[str]], question: Question, currency: str
) -> list[tuple[Key, Sum]]:
    """One safe sum a key, keys in order, last that of the operations that have none."""
    groups: dict[Key, list[Case]] = {}
    for case in cases:
        for key in keys.get(case.id) or (None,):
            groups.setdefault(key, []).append(case)
    ordered = sorted(groups, key=lambda key: (key is None, key or ""))
    return [(key, safe_sum(groups[key], question, currency=currency)) for key in ordered]


def sums_by_scope(
    cases: Sequence[Case], question: Question, currency: str
) -> list[tuple[Key, Sum]]:
    """One safe sum a scope that any operation states in this place, the widest scope first.

    All operations are asked every time, as when a total is asked for that scope: scopes are
    different quantities of the same operations.
    """
    stated = {
        claim.scope
        for case in cases
        for claim in case.claims
        if claim.is_number and claim.counted_in == question.counted_in
    }
    return [
        (str(scope), safe_sum(cases, replace(question, scope=str(scope)), currency=currency))
        for scope in SCOPES_WIDEST_FIRST
        if scope in stated
    ]


def years(cases: Iterable[Case]) -> dict[str, list[str]]:
    return {case.id: [str(case.year)] for case in cases if case.year is not None}


def sums(
    cases: Sequence[Case],
    keys: Mapping[str, Iterable[str]],
    by: str,
    question: Question,
    currency: str,
) -> list[tuple[Key, Sum]]:
    """The rows of a grouping; ``keys`` are the terms that each operation names."""
    if by == By.SCOPE:
        return sums_by_scope(cases, question, currency)
    if by == By.YEAR:
        dated = [case for case in cases if case.year is not None]
        return sums_by_key(dated, years(dated), question, currency)
    return sums_by_key(cases, keys, question, currency)
