"""Random queries, most of which find something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from hypothesis import strategies as st

from operations.filters import select
from operations.filters.address import MANY
from operations.problems import InvalidQuery


def queries(values: Mapping[str, Sequence[str]]) -> Any:
    """Up to four parameters, some of them with several values; only what can be answered."""
    one = st.sampled_from(sorted(values)).flatmap(
        lambda name: st.lists(
            st.sampled_from(values[name]),
            min_size=1,
            max_size=3 if name in MANY else 1,
            unique=True,
        ).map(lambda chosen: (name, chosen))
    )
    several = st.lists(one, max_size=4, unique_by=lambda pair: pair[0])
    return several.map(lambda pairs: urlencode(pairs, doseq=True)).filter(can_be_answered)


def can_be_answered(query: str) -> bool:
    try:
        select(QueryDict(query))
    except InvalidQuery:
        return False
    return True
