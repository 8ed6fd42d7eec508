"""The one door to everything that figures can get wrong together."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from operations.codes import Rank

from .keys import by_key
from .model import Figure, in_order
from .partitions import partition_problems, size_problems
from .parts import part_problems
from .problems import Problem, ProblemCode, listed


def problems(figures: Iterable[Figure]) -> list[Problem]:
    """What must be put right before these figures of one record may be saved.

    Sentences are in the active language. Give all figures of the record at once: a part
    whose whole is left out counts as lost. What one figure alone gets wrong (low above
    high, a value without number) is for the model and the database to refuse.
    """
    given = in_order(figures)
    return [
        *part_problems(given),
        *partition_problems(given),
        *size_problems(given),
        *preferred_clashes(given),
    ]


def preferred_clashes(figures: Iterable[Figure]) -> list[Problem]:
    """Claim keys with more than one preferred figure: a ruling can name one only."""
    preferred = by_key(figure for figure in figures if figure.rank == Rank.PREFERRED)
    text = _("%(figures)s are rivals and are all preferred: only one of them can be.")
    return [
        Problem(ProblemCode.TWO_PREFERRED, ids, text % {"figures": listed(ids)})
        for rivals in preferred.values()
        if len(ids := tuple(figure.id for figure in rivals)) > 1
    ]
