"""The code lists, searched with the same folding: what is it that somebody typed a name of?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from operations.models import VOCABULARIES, Term

from .atoms import lines
from .query import Phrase, Query, Span, parse

# The order in which terms are offered.
VOCABULARY_ORDER = ("group", "series", "place", "agency", "offence", "method")


@dataclass(frozen=True)
class FoundTerm:
    """A term, which of its names was typed, and where in what was typed (nowhere when only a
    part of the name was)."""

    term: Term
    name: str
    span: Span = (0, 0)

    @property
    def is_named(self) -> bool:
        """Whether the whole name was typed."""
        return self.span != (0, 0)


def known_names() -> list[tuple[Term, str]]:
    """Every name of every term: thousands at most, and their folded forms are remembered."""
    return [
        (term, name)
        for vocabulary in VOCABULARY_ORDER
        for term in VOCABULARIES[vocabulary]._default_manager.all()
        for name in (term.name_en, term.name_zh_hant, *term.aliases)
        if name
    ]


def terms(typed: str, known: list[tuple[Term, str]]) -> list[FoundTerm]:
    """Terms whose names stand in what was typed; or else those whose names say all of it."""
    return list(once(named(typed, known))) or list(once(told(parse(typed), known)))


def named(typed: str, known: Iterable[tuple[Term, str]]) -> list[FoundTerm]:
    """Names that stand in what was typed, but not inside a longer such name: “Hong Kong Police”
    is no place."""
    said = {atom.text for line in lines(typed) for atom in line}
    found = [
        FoundTerm(term, name, span)
        for term, name in known
        for line in lines(name)
        if line and line[0].text in said
        for span in spans(Phrase(tuple(atom.text for atom in line)), typed)
    ]
    return [each for each in found if not any(inside(each.span, other.span) for other in found)]


def spans(phrase: Phrase, typed: str) -> Iterator[Span]:
    for line in lines(typed):
        yield from phrase.spans(line)


def inside(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def told(query: Query, known: Iterable[tuple[Term, str]]) -> Iterator[FoundTerm]:
    """Names that say everything typed, and more."""
    return (FoundTerm(term, name) for term, name in known if query.fits([name]))


def once(found: Iterable[FoundTerm]) -> Iterator[FoundTerm]:
    """Each term by the first of its names."""
    seen = set[tuple[str, str]]()
    for each in found:
        key = (each.term.vocabulary, each.term.code)
        if key not in seen:
            seen.add(key)
            yield each
