"""A figure as bars: what is surely counted solid, what is possible hatched."""

from __future__ import annotations

from decimal import Decimal

from operations.codes import Qualifier, ValueType
from operations.figures.interval import ABOUT_HIGH, ABOUT_LOW
from operations.wording.naming import Entry

from .model import Bar, Ink

OPEN_UPWARDS = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
OPEN_DOWNWARDS = (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
# How long something is drawn that has no length.
NO_LENGTH = 0.06


def reach(entry: Entry) -> tuple[float, float] | None:
    """The surely counted and the most that is stated; None where no number is."""
    if entry["value_type"] != ValueType.VALUE:
        return None
    if entry["qualifier"] == Qualifier.RANGE:
        return float(entry["low"]), float(entry["high"])
    value = Decimal(str(entry["value"]))
    if entry["qualifier"] == Qualifier.ABOUT:
        return float(value * ABOUT_LOW), float(value * ABOUT_HIGH)
    return (0.0 if entry["qualifier"] in OPEN_DOWNWARDS else float(value)), float(value)


def exact(entry: Entry) -> Decimal | None:
    """The number where it is stated exactly."""
    is_exact = entry["value_type"] == ValueType.VALUE and entry["qualifier"] == Qualifier.EXACT
    return Decimal(str(entry["value"])) if is_exact else None


def bars(entry: Entry, most: float, start: float = 0.0) -> tuple[Bar, ...]:
    """The bars of a figure on a scale that ends at ``most``, from ``start`` on.

    Without a number a box without length, which tells what kind of nothing it is.
    """
    found = reach(entry)
    if found is None:
        return (Bar(start, start + NO_LENGTH, nothing(entry)),)
    sure, possible = (start + each / most for each in found)
    runs_on = entry["qualifier"] in OPEN_UPWARDS
    solid = Bar(start, sure, Ink.SOLID, runs_on=runs_on and sure == possible)
    if sure == possible:
        return (solid,)
    return (*((solid,) if sure > start else ()), Bar(sure, possible, Ink.HATCHED))


def nothing(entry: Entry) -> Ink:
    """Why there is no length: each reason looks different."""
    inks = {ValueType.NOT_STATED: Ink.DASHED, ValueType.VERBAL_ONLY: Ink.OUTLINE}
    return inks.get(ValueType(entry["value_type"]), Ink.HATCHED)
