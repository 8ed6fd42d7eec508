"""Looking for a choice among many: one parameter for each long facet, read by the page alone."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from operations.facets import SEARCHABLE, Choice
from operations.filters import malformed
from operations.filters.address import FINDING
from operations.filters.fields import SearchField
from operations.problems import Invalid
from operations.search import fold

FINDERS = {name: FINDING + name for name in SEARCHABLE}


class FindForm(forms.Form):
    """``find_agency=kowloon`` and so on. What is found changes nothing of the list itself."""

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        for parameter in FINDERS.values():
            self.fields[parameter] = SearchField(required=False)


def looked_for(query: QueryDict) -> tuple[dict[str, str], list[Invalid]]:
    """Words by facet, and what was wrong."""
    form = FindForm(query)
    errors = list(malformed(form, query))
    found = {name: form.cleaned_data.get(parameter) for name, parameter in FINDERS.items()}
    return {name: words for name, words in found.items() if words}, errors


def matching(choices: Iterable[Choice], words: str) -> list[Choice]:
    """Those whose names, other names or code hold every word."""
    wanted = fold(words).split()
    return [choice for choice in choices if holds(choice, wanted)]


def holds(choice: Choice, wanted: Iterable[str]) -> bool:
    text = "\n".join(fold(name) for name in choice.names)
    return all(word in text for word in wanted)
