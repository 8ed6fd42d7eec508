"""Sums that refuse: pure functions over plain data, blind to the order of their input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from .currency import currency_of
from .model import Case, Question
from .nesting import lying_inside, outermost, overlapping
from .reasons import Reason
from .result import Counted, LeftOut, Sum
from .verdict import Verdict, verdict


def safe_sum(
    cases: Iterable[Case],
    question: Question,
    *,
    by_year: bool = False,
    currency: str | None = None,
) -> Sum:
    """Count each operation once or leave it out with the first reason that applies.

    ``by_year`` leaves undated operations out. ``currency`` is that of a wider sum; by
    default see ``currency_of``.
    """
    given = {case.id: case for case in sorted(cases, key=lambda case: case.id)}
    money = currency_of(given.values(), question) if currency is None else currency
    own = {code: verdict(case, question, money) for code, case in given.items()}
    inside = lying_inside(given)
    undated = {code for code, case in given.items() if by_year and case.year is None}
    overlaps = overlapping(given, inside)
    able = {code: each for code, each in own.items() if code not in inside | dict.fromkeys(undated)}
    counted = admitted(able, overlaps)
    left_out = [
        LeftOut(code, Reason.UNDATED)
        if code in undated
        else reason_of(code, own[code], inside, overlaps, counted)
        for code in given
        if code not in counted
    ]
    return Sum(
        question=question,
        currency=money,
        counted=tuple(counted[code] for code in given if code in counted),
        left_out=tuple(left_out),
        stating=sum(case.states(question) for case in given.values()),
    )
