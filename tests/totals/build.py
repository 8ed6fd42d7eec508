"""Plain worlds for the rules: operations with claims, and one question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from operations.codes import Qualifier, ReportingStatus, ValueType
from operations.totals.model import Case, Claim, Question
from operations.totals.result import Sum
from operations.totals.rules import safe_sum

ARRESTS = Question(measure="persons_arrested", scope="all_offences", counted_in="hk")
CASH = Question(measure="cash_seized", scope="not_applicable", counted_in="hk")


def claim(value: int | None = 100, **changes: Any) -> Claim:
    """All arrests in Hong Kong, exactly ``value``."""
    number = None if value is None else Decimal(value)
    values = {"figure": "f", "scope": "all_offences", "counted_in": "hk", "value": number}
    return Claim(**{**values, **changes})


def money(value: int, currency: str) -> Claim:
    return claim(value, scope="not_applicable", currency=currency)


def case(id_: str, *claims: Claim | int, **changes: Any) -> Case:
    """Operation ``id_`` with claims; a bare number is all arrests in Hong Kong."""
    whole = [claim(each) if isinstance(each, int) else each for each in claims]
    numbered = [replace(each, figure=f"{id_}.{n}") for n, each in enumerate(whole, 1)]
    changes.setdefault("year", 2024)
    changes["may_overlap"] = frozenset(changes.get("may_overlap", ()))
    return Case(id=id_, claims=tuple(numbered), **changes)


def of(*cases: Case, question: Question = ARRESTS, **options: Any) -> Sum:
    return safe_sum(cases, question, **options)


def counted(found: Sum) -> dict[str, int]:
    return {one.id: int(one.value) for one in found.counted}


def value(found: Sum) -> int | None:
    return None if found.value is None else int(found.value)


def left(found: Sum) -> dict[str, tuple[str, str | None]]:
    return {one.id: (one.reason.value, one.other) for one in found.left_out}


IDS = [f"op{n}" for n in range(7)]
CLAIMS = st.builds(
    Claim,
    figure=st.just("f"),
    scope=st.sampled_from(["all_offences", "all_offences", "vice"]),
    counted_in=st.sampled_from(["hk", "hk", "mo"]),
    value_type=st.sampled_from([*["value"] * 6, *ValueType.values]),
    qualifier=st.sampled_from([*["exact"] * 4, *Qualifier.values]),
    reporting_status=st.sampled_from(["final", "final", *ReportingStatus.values]),
    value=st.integers(0, 9).map(Decimal),
    low=st.just(Decimal(0)),
    covers_others=st.sampled_from([False, False, False, True]),
    disputed=st.sampled_from([False, False, False, True]),
)


def key(each: Claim) -> tuple[str, str]:
    return each.scope, each.counted_in


@st.composite
def cases(draw: st.DrawFn, id_: str, others: Iterable[str]) -> Case:
    """An operation that may lie inside and overlap any of ``others``."""
    inside = draw(st.lists(st.sampled_from([*others, "elsewhere"]), max_size=2, unique=True))
    return case(
        id_,
        *draw(st.lists(CLAIMS, max_size=3, unique_by=key)),
        year=draw(st.sampled_from([None, 2023, 2024])),
        part_of=tuple(inside),
        may_overlap=draw(st.sets(st.sampled_from([*others, "elsewhere"]), max_size=2)) - {id_},
    )


@st.composite
def worlds(draw: st.DrawFn) -> list[Case]:
    """Up to seven operations. Each lies inside later ones only, as the models guarantee."""
    size = draw(st.integers(0, len(IDS)))
    made = [draw(cases(id_, IDS[n + 1 : size])) for n, id_ in enumerate(IDS[:size])]
    return draw(st.permutations(made))
