"""Why a figure leads: the words follow the rule that chose it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operations.figures import Figure, headline, interval, meet
from operations.wording.why import Reason, reason, why, why_not
from tests.figures.build import figure


@pytest.mark.parametrize(
    ("leader", "rival", "found"),
    [
        ({}, {"rank": "deprecated"}, Reason.RULED_OUT),
        ({}, {"reporting_status": "cumulative"}, Reason.CUMULATIVE),
        ({"rank": "preferred"}, {"tier": 1}, Reason.PREFERRED),
        ({"tier": 3}, {"value_type": "not_stated", "value": None}, Reason.SILENT),
        ({"reporting_status": "final"}, {"reporting_status": "interim"}, Reason.INTERIM),
        ({"reporting_status": "interim"}, {"reporting_status": "interim"}, Reason.SAME),
        ({"tier": 2}, {"tier": 3}, Reason.DERIVED),
        ({"as_at": "2025-10-15"}, {"as_at": "2025-10-14"}, Reason.EARLIER),
        ({"as_at": "2025-10-15"}, {}, Reason.EARLIER),
        ({"tier": 1}, {"tier": 2}, Reason.LESSER_SOURCE),
        ({}, {"qualifier": "about"}, Reason.LESS_PRECISE),
        ({}, {}, Reason.SAME),
        ({}, {"value": 200}, Reason.CONTRADICTS),
    ],
)
def test_the_reason_is_the_first_step_at_which_the_rival_falls_behind(
    leader: dict[str, Any], rival: dict[str, Any], found: Reason
) -> None:
    first, second = figure(1, **leader), figure(2, **{"value": 100, **rival})
    assert headline([first, second]) == first
    assert reason(second, first) is found


STATEMENTS = st.fixed_dictionaries(
    {
        "value": st.sampled_from([90, 100, 200]),
        "qualifier": st.sampled_from(["exact", "about", "at_least"]),
        "tier": st.sampled_from([1, 2, 3]),
        "rank": st.sampled_from(["normal", "deprecated"]),
        "reporting_status": st.sampled_from(["interim", "final", "cumulative", "not_stated"]),
        "as_at": st.sampled_from(["2025-10-14", "2025-10-15"]),
    }
)


@given(STATEMENTS, STATEMENTS)
def test_the_words_never_contradict_the_rule(one: dict[str, Any], other: dict[str, Any]) -> None:
    rivals = [figure(1, **one), figure(2, **other)]
    leader = headline(rivals)
    for rival in rivals:
        if leader is None or rival is leader:
            continue
        found = reason(rival, leader)
        assert said_truly(found, rival, leader)
        assert why_not(found)
        assert why(found)


def said_truly(found: Reason, rival: Figure, leader: Figure) -> bool:
    """Whether what a reason says of two figures holds."""
    return {
        Reason.RULED_OUT: rival.is_deprecated,
        Reason.CUMULATIVE: rival.reporting_status == "cumulative",
        Reason.INTERIM: rival.reporting_status == "interim" != leader.reporting_status,
        Reason.DERIVED: rival.tier == 3 and leader.tier < 3,
        Reason.EARLIER: rival.as_at < leader.as_at,
        Reason.LESSER_SOURCE: leader.tier < rival.tier,
        Reason.LESS_PRECISE: meet([interval(rival), interval(leader)]),
        Reason.SAME: meet([interval(rival), interval(leader)]),
        Reason.CONTRADICTS: not meet([interval(rival), interval(leader)]),
    }[found]
