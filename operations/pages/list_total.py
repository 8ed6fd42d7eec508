"""The one sum that a list shows: safe, in words, with the way to its explanation."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from operations.codes import Measure
from operations.filters import Selection
from operations.totals import Sum, ask_of_list
from operations.totals.asking import CHOOSING
from operations.totals.names import names_of
from operations.totals.words import in_words, is_arrest, why_nothing

# A sum reads every operation of the list and how they point to each other. Above a longer list
# the total is a link, so that the list itself stays quick.
MOST_ADDED = 5_000


@dataclass(frozen=True)
class ListTotal:
    """``words`` are empty when there is no total; then ``why_nothing`` says why.

    Both are empty when the list is too long to be added up in passing.
    """

    explained: str
    words: str = ""
    why_nothing: str = ""
    is_arrest: bool = False
    left_out: int = 0


def list_total(selection: Selection, matching: int) -> ListTotal | None:
    """The total of a list of ``matching`` operations.

    None when its query asks for several figures, which are not added.
    """
    asked = ask_of_list(selection, measure=Measure.PERSONS_ARRESTED)
    if asked is None:
        return None
    if matching > MOST_ADDED:
        return ListTotal(explained=address(asked.query, measure=asked.chosen["measure"]))
    found = asked.total().sum
    places = names_of("place", [found.question.counted_in])
    return ListTotal(
        explained=explained(asked.query, found),
        words=in_words(found, places),
        why_nothing=why_nothing(found, places),
        is_arrest=is_arrest(found),
        left_out=len(found.left_out),
    )


def explained(query: QueryDict, found: Sum) -> str:
    """The address of the same total, with everything that it counted and left out."""
    return address(query, **{name: getattr(found.question, name) for name in CHOOSING})


def address(query: QueryDict, **chosen: str) -> str:
    """The address of a total of what ``query`` finds."""
    full = query.copy()
    for name, value in chosen.items():
        full[name] = value
    return f"{reverse('totals')}?{full.urlencode()}"
