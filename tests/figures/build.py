"""Figures for the tests: one plain arrest count, and whatever a test says differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from operations.codes import Qualifier, Rank, ReportingStatus, ValueType
from operations.figures import Figure

PLAIN = Figure(
    id="op.1",
    owner="op",
    measure="persons_arrested",
    value_type="value",
    value=Decimal(100),
    low=None,
    high=None,
    currency="",
    qualifier="exact",
    scope="all_offences",
    counted_in="hk",
    period="",
    as_at="",
    as_at_day=None,
    reporting_status="not_stated",
    role="",
    sex="",
    age_group="",
    residency="",
    nationality="",
    age_from=None,
    age_to=None,
    source_term="",
    offence="",
    part_of=None,
    breakdown="",
    breakdown_set="",
    covers=(),
    derived=False,
    confidence="high",
    rank="normal",
    tier=2,
    sources=("a-source",),
)


def figure(n: int = 1, value: int | str | None = 100, **changes: Any) -> Figure:
    """Figure ``op.n`` counting ``value``; ``as_at`` may be given as a plain day."""
    if "as_at" in changes:
        changes.setdefault("as_at_day", date.fromisoformat(changes["as_at"]))
    number = None if value is None else Decimal(value)
    return replace(PLAIN, id=f"op.{n}", value=number, **changes)


def part(n: int, value: int | str | None, of: str = "op.1", **changes: Any) -> Figure:
    """Figure ``op.n``, one part of a partition."""
    return figure(n, value, **{"part_of": of, "breakdown": "partition", **changes})


def ids(figures: Iterable[Figure]) -> list[str]:
    """The ids, in the order given."""
    return [each.id for each in figures]


DAYS = st.sampled_from([None, date(2025, 10, 14), date(2025, 10, 15)])


@st.composite
def rivals(draw: st.DrawFn, n: int = 1) -> Figure:
    """Any figure of the one key, numbered ``n``."""
    value_type = draw(st.sampled_from([*ValueType.values, *["value"] * 6]))
    day = draw(DAYS)
    low = draw(st.integers(0, 12))
    return replace(
        PLAIN,
        id=f"op.{n}",
        value_type=value_type,
        value=Decimal(draw(st.integers(0, 12))) if value_type == "value" else None,
        low=Decimal(low),
        high=Decimal(low + draw(st.integers(0, 4))),
        qualifier=draw(st.sampled_from(Qualifier.values)),
        as_at=day.isoformat() if day else "",
        as_at_day=day,
        reporting_status=draw(st.sampled_from(ReportingStatus.values)),
        rank=draw(st.sampled_from(Rank.values)),
        tier=draw(st.sampled_from([1, 2, 3])),
    )


@st.composite
def mixtures(draw: st.DrawFn, most: int = 7) -> list[Figure]:
    """Figures of a few keys, some of them parts, in any order."""
    count = draw(st.integers(0, most))
    made = [
        replace(
            draw(rivals(n)),
            sex=draw(st.sampled_from(["", "", "female"])),
            scope=draw(st.sampled_from(["all_offences", "all_offences", "vice", "other"])),
            part_of=draw(st.sampled_from([None, None, "op.1", "op.3"])),
            breakdown=draw(st.sampled_from(["", "partition", "partial"])),
        )
        for n in range(1, count + 1)
    ]
    return draw(st.permutations(made))
