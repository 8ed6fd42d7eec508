"""Words spelled nearly like one that finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from operations.models import EditionWords, Term
from operations.models.words import Token

from .atoms import Atom, Line, atoms, lines
from .query import Unit
from .signs import is_sign

# Operations whose names are compared, and how many spellings are offered.
COMPARED, OFFERED = 500, 3
CLOSE = 0.75
SHORTEST_WORD = 4


def near(unit: Unit, terms: Iterable[tuple[Term, str]]) -> list[str]:
    """Spellings, as they are written somewhere, that one letter or character tells apart; best
    first. They stand in names of terms, or of operations that share a beginning or a character."""
    wanted = unit.phrases[0].atoms
    known = dict.fromkeys(name for _term, name in terms)
    known |= dict.fromkeys(names_of_operations(wanted))
    if all(map(is_sign, wanted)) and len(wanted) > 1:
        return list(dict.fromkeys(one_off(wanted, known)))[:OFFERED]
    if len(wanted) == 1 and wanted[0].isalpha() and len(wanted[0]) >= SHORTEST_WORD:
        return close_words(wanted[0], known)
    return []


def names_of_operations(wanted: tuple[str, ...]) -> Iterator[str]:
    """Through the index: never all of them."""
    # A word is misspelt at its end or in its middle more often than in its first two letters.
    starts = [Token(atom if is_sign(atom) else atom[:2], is_prefix=True) for atom in wanted]
    rows = EditionWords.objects.filter(tokens__matches=(tuple((start,) for start in starts),))
    for both in rows.order_by("pk").values_list("edition__name_en", "edition__name_zh_hant")[
        :COMPARED
    ]:
        yield from filter(None, both)


def close_words(wanted: str, known: Iterable[str]) -> list[str]:
    words = {
        "".join(atom.text for atom in stretch): name[stretch[0].start : stretch[-1].end]
        for name in known
        # Mongkok is Mong Kok, and nothing is nearer to it.
        for length in (3, 2, 1)
        for stretch in stretches(atoms(name), length, lambda atom: atom.is_word)
    }
    if wanted in words:
        return [words[wanted]]
    words = {word: written for word, written in words.items() if len(word) >= SHORTEST_WORD}
    return [words[word] for word in get_close_matches(wanted, words, OFFERED, CLOSE)]


def one_off(wanted: tuple[str, ...], known: Iterable[str]) -> Iterator[str]:
    """Runs of characters of the same length in which exactly one is another."""
    for name in known:
        for line in lines(name):
            for stretch in stretches(line, len(wanted), lambda atom: atom.is_sign):
                pairs = zip(wanted, stretch, strict=True)
                if sum(char != atom.text for char, atom in pairs) == 1:
                    yield name[stretch[0].start : stretch[-1].end]


def stretches(line: Line, length: int, fits: Callable[[Atom], bool]) -> Iterator[Line]:
    for start in range(len(line) - length + 1):
        stretch = line[start : start + length]
        if all(map(fits, stretch)):
            yield stretch
