"""Taking out of a working copy what a merger gave it, as far as nobody changed it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from operations.document.skeleton import figure_entry
from operations.models import Figure, Merger, Operation

from .facts import KINDS
from .giving import fresh


def take(merger: Merger, operation: Operation, others: Iterable[Merger]) -> list[str]:
    """Returns in words what stays, because it was changed or another merger brought it too."""
    others = list(others)
    kept = [*take_figures(merger, operation, others), *take_joined(merger, operation, others)]
    for kind, fact in merger.gained.get("facts", ()):
        if hand_over(kind, fact, others):
            continue
        if not KINDS[kind].take(operation, fact):
            kept.append(str(KINDS[kind].label))
    return kept


def hand_over(kind: str, fact: Any, others: list[Merger]) -> bool:
    """What another standing merger brings as well is that merger's from now on."""
    for other in others:
        if [kind, fact] in other.gained.get("had", ()):
            other.gained["had"].remove([kind, fact])
            other.gained["facts"].append([kind, fact])
            other.save(update_fields=["gained"])
            return True
    return False


def take_figures(merger: Merger, operation: Operation, others: list[Merger]) -> Iterator[str]:
    given = {each["number"]: each for each in merger.gained.get("figures", ())}
    held = {f.number: f for f in operation.figures.filter(number__in=given)}
    shared = {each["number"] for other in others for each in other.gained.get("joined", ())}
    going = {
        number: figure
        for number, figure in held.items()
        if number not in shared and is_untouched(figure, given[number]["entry"])
    }
    stay_with_their_parts(going)
    # Copies were made wholes first, so the last goes first.
    for number in sorted(going, reverse=True):
        going[number].delete()
    for number in sorted(held.keys() - going.keys()):
        yield _("figure %(figure)s") % {"figure": f"{operation.code}.{number}"}


def is_untouched(figure: Figure, entry: dict[str, Any]) -> bool:
    return figure_entry(fresh(figure), figure.owner.code) == entry


def stay_with_their_parts(going: dict[int, Figure]) -> None:
    """A whole stays as long as one of its parts does."""
    while True:
        keys = {figure.pk for figure in going.values()}
        staying = Figure.objects.filter(part_of__in=keys).exclude(pk__in=keys)
        wholes = set(staying.values_list("part_of", flat=True))
        if not wholes:
            return
        for number in [number for number, figure in going.items() if figure.pk in wholes]:
            del going[number]


def take_joined(merger: Merger, operation: Operation, others: list[Merger]) -> Iterator[str]:
    theirs = [
        (each["number"], citation)
        for other in others
        for each in other.gained.get("joined", ())
        for citation in (*each["citations"], *each["had"])
    ]
    for each in merger.gained.get("joined", ()):
        figure = operation.figures.filter(number=each["number"]).first()
        if figure is None:
            continue
        for source, locator in each["citations"]:
            if (each["number"], [source, locator]) not in theirs:
                figure.citations.filter(source__code=source, locator=locator).delete()
        if each["as_at"] and figure.as_at == each["as_at"]:
            figure.as_at = ""
            figure.save(update_fields=["as_at"])
        elif each["as_at"]:
            yield _("the day of figure %(figure)s") % {"figure": figure.public_id}
