"""Where sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .headline import standing
from .interval import interval, meet
from .keys import ClaimKey, by_key
from .model import Figure


@dataclass(frozen=True, slots=True)
class Dispute:
    """Standing figures of one key that cannot all be true; ids, lowest first."""

    key: ClaimKey
    figures: tuple[str, ...]


def disputes(figures: Iterable[Figure]) -> list[Dispute]:
    """Every key whose standing figures do not all meet.

    What is superseded (interim by final) or outranked (a derived source by a better one,
    anything by an editor's preference) disputes nothing: see ``standing``.
    """
    found = ((key, standing(rivals)) for key, rivals in by_key(figures).items())
    return [
        Dispute(key, tuple(figure.id for figure in left))
        for key, left in found
        if len(left) > 1 and not meet(interval(figure) for figure in left)
    ]
