"""What choices are called, in the reader's language where there is a name in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from operations import wording
from operations.codes import LACKING, NOT_STATED
from operations.filters.sentence import words
from operations.models import VOCABULARIES


@dataclass(frozen=True)
class Name:
    """``names`` are all that it is known by."""

    words: wording.Text
    names: tuple[str, ...]


def names_of(facet: str, codes: Iterable[str]) -> dict[str, Name]:
    """Names by code. One query for an open vocabulary, none for a closed list."""
    if facet not in VOCABULARIES:
        return {code: plain(facet, code) for code in codes}
    named = [code for code in codes if code != NOT_STATED]
    terms = VOCABULARIES[facet]._default_manager.filter(code__in=named) if named else ()
    found = {
        term.code: Name(wording.pick(term.names), (term.code, *term.names.values(), *term.aliases))
        for term in terms
    }
    return found | {code: plain(facet, code) for code in codes if code not in named}


def plain(facet: str, code: str) -> Name:
    text = str(LACKING[facet]) if is_silent(facet, code) else ", ".join(words(facet, [code]))
    return Name(in_reader(text), (text,))


def is_silent(facet: str, code: str) -> bool:
    """Whether a code means that an operation names nothing of this."""
    return facet in LACKING and code == NOT_STATED


def in_reader(text: str) -> wording.Text:
    return wording.Text(text, wording.HTML_LANGUAGES[wording.reader()])
