"""Sums that refuse, and what became of the people arrested.

``total`` adds up one figure over a filtered set and says what it counted, what it left out
and why. ``chain`` follows one operation from arrest to sentence, ``coverage`` a filtered set,
``ratio`` compares two stages where that is allowed. The rules are plain functions
(``rules.safe_sum``); only ``reading`` and ``coverage`` know the database.
"""

from .asking import Asked, ask, ask_of_list
from .chain import Link, chain, days_since_end
from .coverage import Coverage, coverage, states_outcome, without_outcome
from .outcome_clock import OutcomeClock, outcome_clock
from .ratio import Ratio, Refusal, Why, ratio
from .reasons import ROWS_ARE, By, Reason
from .result import Counted, LeftOut, Row, Sum, Total
from .stages import OUTCOMES, Stage, State
from .total import default_scope, total
from .words import rows_note

__all__ = [
    "OUTCOMES",
    "ROWS_ARE",
    "Asked",
    "By",
    "Counted",
    "Coverage",
    "LeftOut",
    "Link",
    "OutcomeClock",
    "Ratio",
    "Reason",
    "Refusal",
    "Row",
    "Stage",
    "State",
    "Sum",
    "Total",
    "Why",
    "ask",
    "ask_of_list",
    "chain",
    "coverage",
    "days_since_end",
    "default_scope",
    "outcome_clock",
    "ratio",
    "rows_note",
    "states_outcome",
    "total",
    "without_outcome",
]
