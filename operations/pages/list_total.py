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


@dataclass(frozen=True)
class ListTotal:
    """``words`` are empty when there is no total; then ``why_nothing`` says why."""

    words: str
    why_nothing: str
    is_arrest: bool
    left_out: int
    explained: str


def list_total(selection: Selection) -> ListTotal | None:
    """The total of a list; None when its query asks for several figures, which are not added."""
    asked = ask_of_list(selection, measure=Measure.PERSONS_ARRESTED)
    if asked is None:
        return None
    found = asked.total().sum
    places = names_of("place", [found.question.counted_in])
    return ListTotal(
        words=in_words(found, places),
        why_nothing=why_nothing(found, places),
        is_arrest=is_arrest(found),
        left_out=len(found.left_out),
        explained=explained(asked.query, found),
    )


def explained(query: QueryDict, found: Sum) -> str:
    """The address of the same total, with everything that it counted and left out."""
    full = query.copy()
    for name in CHOOSING:
        full[name] = getattr(found.question, name)
    return f"{reverse('totals')}?{full.urlencode()}"
