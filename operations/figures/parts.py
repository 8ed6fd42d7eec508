"""Whether each part can be a part of the figure that it names."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from operations.codes import MEASURES, Unit

from .model import Figure, in_order
from .problems import Problem, ProblemCode, listed


def index(figures: Iterable[Figure]) -> dict[str, Figure]:
    """The figures under their ids, lowest first."""
    return {figure.id: figure for figure in in_order(figures)}


def whole_of(part: Figure, known: dict[str, Figure]) -> Figure | None:
    """The figure that a part belongs to, when it is one of the same owner."""
    whole = known.get(part.part_of or "")
    return whole if whole is not None and whole.owner == part.owner else None


def unlike(part: Figure, whole: Figure) -> bool:
    """Whether the two count different sorts of things: other units or other currencies.

    The measures may differ: a joint total that mixes arrests with people taken to a
    station is split into just these. A measure ``other`` has a unit that only its note
    tells, so it is given the benefit.
    """
    units = _unit(part), _unit(whole)
    if None in units:
        return False
    return units[0] != units[1] or part.currency != whole.currency


def part_problems(figures: Iterable[Figure]) -> list[Problem]:
    """Parts whose whole is not there, or cannot be their whole, and parts of themselves."""
    known = index(figures)
    found = [_link_problem(part, known) for part in known.values() if part.part_of is not None]
    return [*filter(None, found), *_cycles(known)]


def _link_problem(part: Figure, known: dict[str, Figure]) -> Problem | None:
    whole = whole_of(part, known)
    ids = (part.part_of or "", part.id)
    words = {"part": part.id, "whole": part.part_of}
    if whole is None:
        text = _("%(part)s is marked as part of %(whole)s, which is no figure of this record.")
        return Problem(ProblemCode.FOREIGN_WHOLE, ids, text % words)
    if unlike(part, whole):
        text = _("%(part)s cannot be part of %(whole)s: their units or currencies differ.")
        return Problem(ProblemCode.UNLIKE_WHOLE, ids, text % words)
    return None


def _cycles(known: dict[str, Figure]) -> list[Problem]:
    loops = {loop for figure in known.values() if (loop := _loop(figure, known))}
    return [
        Problem(
            ProblemCode.CYCLE,
            loop,
            _("%(figures)s: a figure cannot be a part of itself.") % {"figures": listed(loop)},
        )
        for loop in sorted(loops)
    ]


def _loop(figure: Figure, known: dict[str, Figure]) -> tuple[str, ...]:
    """Ids, lowest first, of the loop that the chain of wholes above a figure runs into."""
    chain: list[Figure] = []
    above: Figure | None = figure
    while above is not None and above not in chain:
        chain.append(above)
        above = known.get(above.part_of or "")
    looped = chain[chain.index(above) :] if above is not None else []
    return tuple(each.id for each in in_order(looped))


def _unit(figure: Figure) -> Unit | None:
    facts = MEASURES.get(figure.measure)
    return None if facts is None or facts.unit == Unit.OTHER else facts.unit
