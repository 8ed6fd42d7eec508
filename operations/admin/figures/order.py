"""Parts under their whole on the page, and after it when saving."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from operations.models import Figure


def under_wholes(figures: Iterable[Figure]) -> list[Figure]:
    """The figures by number, each followed by its parts, set by set; none is lost."""
    rows = sorted(figures, key=lambda figure: figure.number)
    first: dict[tuple[int | None, str], int] = {}
    for figure in rows:
        first.setdefault((figure.part_of_id, figure.breakdown_set), figure.number)
    rows.sort(key=lambda figure: first[figure.part_of_id, figure.breakdown_set])
    known = {figure.pk for figure in rows}
    below: dict[int | None, list[Figure]] = {}
    for figure in rows:
        whole = figure.part_of_id if figure.part_of_id in known else None
        below.setdefault(whole, []).append(figure)
    placed: list[Figure] = []

    def place(figure: Figure) -> None:
        placed.append(figure)
        for part in below.get(figure.pk, ()):
            place(part)

    for figure in below.get(None, ()):
        place(figure)
    return placed


def wholes_first(forms: Iterable[Any]) -> list[Any]:
    """Rows in an order in which every part comes after its whole."""
    return sorted(forms, key=lambda form: depth(form.instance))


def depth(figure: Figure) -> int:
    """How many wholes stand above a figure; the rules have refused circles before."""
    above, whole = 0, figure.part_of
    while whole is not None:
        above, whole = above + 1, whole.part_of
    return above
