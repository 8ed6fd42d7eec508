"""Sums that refuse: pure functions over plain data, blind to the order of their input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from .currency import currency_of
from .model import Case, Question
from .nesting import lying_inside, overlapping
from .reasons import Reason
from .result import Counted, LeftOut, Sum
from .verdict import Verdict, verdict

Overlaps = Mapping[str, set[str]]


def safe_sum(
    cases: Iterable[Case],
    question: Question,
    *,
    by_year: bool = False,
    currency: str | None = None,
) -> Sum:
    """Count each operation once, or leave it out with the first reason that applies.

    ``by_year`` leaves undated operations out. ``currency`` is that of a wider sum; by
    default see ``currency_of``.
    """
    given = {case.id: case for case in sorted(cases, key=lambda case: case.id)}
    money = currency_of(given.values(), question) if currency is None else currency
    own = {code: verdict(case, question, money) for code, case in given.items()}
    barred = {
        code: LeftOut(code, Reason.INSIDE, outer) for code, outer in lying_inside(given).items()
    }
    if by_year:
        undated = [code for code, case in given.items() if case.year is None]
        barred |= {code: LeftOut(code, Reason.UNDATED) for code in undated}
    overlaps = overlapping(given)
    counted = admitted({code: own[code] for code in given if code not in barred}, overlaps)
    return Sum(
        question=question,
        currency=money,
        counted=tuple(counted[code] for code in given if code in counted),
        left_out=tuple(
            barred.get(code) or left_out(code, own[code], overlaps, counted)
            for code in given
            if code not in counted
        ),
        stating=sum(case.states(question) for case in given.values()),
    )


def admitted(able: Mapping[str, Verdict], overlaps: Overlaps) -> dict[str, Counted]:
    """Those that are counted: of two that may overlap only the larger, of equals the lower id.

    Going down from the largest, so that whoever is left out for this reason may overlap
    with one that is counted indeed.
    """
    numbers = [
        Counted(code, each.claim.figure, each.claim.amount, each.claim.is_exact)
        for code, each in able.items()
        if each.claim is not None
    ]
    counted: dict[str, Counted] = {}
    for one in sorted(numbers, key=size_order):
        if not overlaps.get(one.id, set()) & counted.keys():
            counted[one.id] = one
    return counted


def left_out(
    code: str, own: Verdict, overlaps: Overlaps, counted: Mapping[str, Counted]
) -> LeftOut:
    """Why an operation is not counted that is dated and lies inside no other."""
    rivals = [counted[other] for other in overlaps.get(code, ()) if other in counted]
    if rivals:
        return LeftOut(code, Reason.MAY_OVERLAP, min(rivals, key=size_order).id)
    return LeftOut(code, own.reason or Reason.NOT_STATED, own.other)


def size_order(one: Counted) -> tuple[Decimal, str]:
    """Largest first, then the lowest id."""
    return -one.value, one.id
