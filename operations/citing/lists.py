"""Citing a list: the definition that was chosen, how many it found, and its address for ever."""

from __future__ import annotations

from django.utils.translation import ngettext

from operations import wording
from operations.filters import Selection, sentence
from operations.wording.numbers import digits

from .citation import Citation
from .state import State, said


def cite_list(selection: Selection) -> Citation:
    """The operations that a query chooses, in the state of the record that answered it."""
    state = State.of(selection, selection.query)
    size = selection.editions.count()
    return Citation(
        key=state.key("operations"),
        title=wording.in_each_language(lambda: title(selection)),
        states=said(lambda: count(size), state.caution),
        version=state.version,
        address=wording.in_each_language(lambda: state.address("operations")),
        issued=state.last,
    )


def title(selection: Selection) -> str:
    """The whole query in words: which definition was chosen is part of what is cited."""
    return sentence(selection).rstrip(".。")


def count(size: int) -> str:
    words = ngettext("%(size)s operation.", "%(size)s operations.", size)
    return words % {"size": digits(size)}
