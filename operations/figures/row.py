"""The one figure that stands for an operation in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from operations.codes import DERIVED, SCOPES_WIDEST_FIRST, Measure, ValueType

from .headline import headlines
from .model import Figure, id_order

# What became of people, the outcome most often reported first; other measures follow in
# the order of the code list.
OUTCOMES_FIRST = (
    Measure.PERSONS_ARRESTED,
    Measure.PERSONS_ARRESTED_OR_TAKEN_IN,
    Measure.VICTIMS_IDENTIFIED,
    Measure.PERSONS_REFERRED,
    Measure.PERSONS_CHARGED,
    Measure.PERSONS_PROSECUTED,
    Measure.PERSONS_CONVICTED,
    Measure.PERSONS_SENTENCED,
    Measure.PERSONS_IMPRISONED,
    Measure.PERSONS_INTERCEPTED,
    Measure.PERSONS_TAKEN_TO_STATION,
    Measure.VICTIMS_PRESUMED,
)
_MEASURES = list(dict.fromkeys([*OUTCOMES_FIRST, *Measure]))
_VALUE_TYPES = [
    ValueType.VALUE,
    ValueType.VERBAL_ONLY,
    ValueType.SUPPRESSED,
    ValueType.NOT_STATED,
]
_NOTHING_TO_SHOW = (ValueType.SUPPRESSED, ValueType.NOT_STATED)


def row_figure(figures: Iterable[Figure]) -> Figure | None:
    """The figure of a list row among all figures of one operation; None without any whole.

    Only headlines that are whole can be it. The choice, first difference deciding:

    1. an outcome for people with nobody and no offence singled out, then such an outcome
       with somebody singled out (an operation known only by its 28 women arrested shows
       them, in words), then anything else (premises, officers, money) in the same way;
    2. something to show before "not stated" and "suppressed";
    3. the measure, in the order of ``OUTCOMES_FIRST`` and the code list: arrests first;
    4. official or reported before derived: an encyclopedia's number never hides a sourced
       one of the same measure;
    5. a number before words;
    6. the whole time before one year of it;
    7. counted in ``hk``, then in a combined place with ``hk`` in it, then in other
       combined places, then in places within Hong Kong, then elsewhere;
    8. the widest scope, "not stated" last;
    9. the lowest id.
    """
    wholes = [figure for figure in headlines(figures).values() if figure.is_whole]
    return min(wholes, key=lambda figure: (_preference(figure), id_order(figure)), default=None)


def _preference(figure: Figure) -> tuple[int, ...]:
    """Steps 1 to 8 as numbers, lower first."""
    return (
        _people_order(figure),
        figure.value_type in _NOTHING_TO_SHOW,
        _position(figure.measure, _MEASURES),
        figure.tier >= DERIVED,
        _position(figure.value_type, _VALUE_TYPES),
        bool(figure.period),
        _place_order(figure.counted_in),
        _position(figure.scope, SCOPES_WIDEST_FIRST),
    )


def _people_order(figure: Figure) -> int:
    if figure.measure in OUTCOMES_FIRST:
        return 1 if figure.singles_out else 0
    return 3 if figure.singles_out else 2


def _place_order(place: str) -> int:
    members = place.split("+")
    if len(members) > 1:
        return 1 if "hk" in members else 2
    if place == "hk":
        return 0
    return 3 if place.startswith(("hk.", "hkpf.")) else 4


def _position(code: str, codes: Sequence[str]) -> int:
    """Where a code stands; an unknown one, as in a half-filled form, after all others."""
    return codes.index(code) if code in codes else len(codes)
