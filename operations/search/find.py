"""A query → editions, the same ones on SQLite and PostgreSQL.

The index answers which editions have all the words and pairs of characters; whether they stand
side by side, where that matters, is read from the words of those few.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from django.db.models import Q, QuerySet

from operations.models import EditionWords
from operations.models.words import Token, Wanted

from .query import Phrase, Query, Unit
from .signs import is_sign


def matching(query: Query) -> QuerySet[EditionWords]:
    """The current editions in which every unit is found; all of them for an empty query."""
    found = EditionWords.objects.all()
    if not query.units:
        return found
    found = found.filter(tokens__matches=wanted(query))
    for unit in query.units:
        if not all(told_by_tokens(phrase) for phrase in unit.phrases):
            found = found.filter(stands_in_words(unit))
    return found


def wanted(query: Query) -> Wanted:
    return tuple(tuple(tuple(tokens(phrase)) for phrase in unit.phrases) for unit in query.units)


def tokens(phrase: Phrase) -> Iterator[Token]:
    """What the index must have for a phrase to stand anywhere."""
    *first, last = phrase.atoms
    pairs = {at for at, (a, b) in enumerate(pairwise(phrase.atoms)) if is_sign(a) and is_sign(b)}
    for at in sorted(pairs):
        yield Token(phrase.atoms[at] + phrase.atoms[at + 1])
    for at, atom in enumerate(first):
        # A pair says more than its two characters do.
        if not {at - 1, at} & pairs:
            yield Token(atom)
    if len(first) - 1 not in pairs:
        yield Token(last, is_prefix=phrase.is_open)


def told_by_tokens(phrase: Phrase) -> bool:
    """Whether the index alone knows that the phrase is there: one token, nothing to line up."""
    return len(list(tokens(phrase))) == 1


def stands_in_words(unit: Unit) -> Q:
    found = Q()
    for phrase in unit.phrases:
        end = "" if phrase.is_open else " "
        found |= Q(words__contains=f" {' '.join(phrase.atoms)}{end}")
    return found
