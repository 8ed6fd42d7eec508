"""Which currency a sum of money is in; amounts in different currencies are never added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from operations.codes import Currency

from .model import Case, Question


def currency_of(cases: Iterable[Case], question: Question) -> str:
    """Hong Kong dollars where any operation states them, else the commonest; empty for none.

    Ties go to the first code. An amount whose currency no source states is never added, so
    it does not ask to be chosen.
    """
    stated = Counter(
        claim.currency
        for case in cases
        for claim in case.claims
        if claim.is_number and claim.answers(question) and claim.currency
    )
    stated.pop(Currency.UNKNOWN, None)
    if Currency.HKD in stated:
        return Currency.HKD.value
    return min(stated, key=lambda code: (-stated[code], code), default="")
