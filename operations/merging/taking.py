"""Taking out of a working copy what a merger gave it, as far as nobody changed it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from operations.document.skeleton import figure_entry
from operations.models import Figure, Merger, Operation

from .facts import KINDS
from .giving import fresh

# A merger, and what it noted of a figure that it joined.
Joined = tuple[Merger, dict[str, Any]]


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
    untouched = {
        number: figure
        for number, figure in held.items()
        if is_untouched(figure, given[number]["entry"], joined_to(number, others))
    }
    going = {n: figure for n, figure in untouched.items() if not joined_to(n, others)}
    stay_with_their_parts(going)
    # Copies were made wholes first, so the last goes first.
    for number in sorted(going, reverse=True):
        going[number].delete()
    for number in sorted(held.keys() - going.keys()):
        if number in untouched and joined_to(number, others):
            hand_over_figure(untouched[number], given[number], joined_to(number, others))
        else:
            yield _("figure %(figure)s") % {"figure": f"{operation.code}.{number}"}


def is_untouched(figure: Figure, entry: dict[str, Any], joins: list[Joined]) -> bool:
    """Whether nobody changed it since; what other mergers added to it is no change."""
    now = entry_of(figure)
    added = [citation for _merger, each in joins for citation in each["citations"]]
    kept = [c for c in now["citations"] if [c["source"], c["locator"]] not in added]
    days = {each["as_at"] for _merger, each in joins} - {""}
    as_at = None if now["as_at"] in days else now["as_at"]
    return {**now, "citations": kept, "as_at": as_at} == entry


def hand_over_figure(figure: Figure, given: dict[str, Any], joins: list[Joined]) -> None:
    """The claim stays for the sake of the first merger that brought it too, with its sources."""
    others = [c for _merger, each in joins for c in (*each["citations"], *each["had"])]
    for citation in given["entry"]["citations"]:
        if [citation["source"], citation["locator"]] not in others:
            figure.citations.filter(
                source__code=citation["source"], locator=citation["locator"]
            ).delete()
    (merger, first), *_rest = joins
    figure.came_from = first["from"]
    figure.save(update_fields=["came_from"])
    merger.gained["joined"].remove(first)
    entry = {"from": first["from"], "number": figure.number, "entry": entry_of(figure)}
    merger.gained["figures"].append(entry)
    merger.save(update_fields=["gained"])


def entry_of(figure: Figure) -> dict[str, Any]:
    return figure_entry(fresh(figure), figure.owner.code)


def joined_to(number: int, others: list[Merger]) -> list[Joined]:
    """Other mergers that brought the same claim, each with what it noted."""
    return [
        (other, each)
        for other in others
        for each in other.gained.get("joined", ())
        if each["number"] == number
    ]


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
    for each in merger.gained.get("joined", ()):
        figure = operation.figures.filter(number=each["number"]).first()
        if figure is None:
            continue
        joins = joined_to(each["number"], others)
        for citation in each["citations"]:
            if not hand_over_citation(citation, joins):
                source, locator = citation
                figure.citations.filter(source__code=source, locator=locator).delete()
        if each["as_at"] and not hand_over_day(each["as_at"], joins):
            if figure.as_at == each["as_at"]:
                figure.as_at = ""
                figure.save(update_fields=["as_at"])
            else:
                yield _("the day of figure %(figure)s") % {"figure": figure.public_id}


def hand_over_citation(citation: list[str], joins: list[Joined]) -> bool:
    for merger, each in joins:
        if citation in each["had"]:
            each["had"].remove(citation)
            each["citations"].append(citation)
            merger.save(update_fields=["gained"])
            return True
    return False


def hand_over_day(day: str, joins: list[Joined]) -> bool:
    for merger, each in joins:
        if each["said_as_at"] == day:
            each["as_at"] = day
            merger.save(update_fields=["gained"])
            return True
    return False
