"""What a list says of a search: terms that it names and, when nothing is found, what would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from operations import search, wording
from operations.filters import PARAMETERS, Selection, select
from operations.models import Edition, EditionTerm, Term
from operations.search.near import near
from operations.search.terms import FoundTerm, known_names, terms
from operations.wording import HTML_LANGUAGES, Text

MOST_TERMS, MOST_WORDS = 5, 6
CODE_NAMES = ("group", "series")
WHAT = {
    "group": _("a group"),
    "series": _("a series of operations"),
    "place": _("a place"),
    "agency": _("an agency"),
    "offence": _("an offence"),
    "method": _("a method"),
}


@dataclass(frozen=True)
class OfferedTerm:
    """A term whose page is offered, and how many public operations name it."""

    vocabulary: str
    code: str
    names: list[Text]
    also: Text
    what: str
    operations: int
    query: str


@dataclass(frozen=True)
class Instead:
    """Another search: what to type, its address, and how many operations it finds."""

    typed: str
    query: str
    operations: int


@dataclass(frozen=True)
class SearchHelp:
    """Beside the list of a search; empty without one."""

    query: search.Query | None = None
    terms: list[OfferedTerm] = field(default_factory=list)
    spelled: list[Instead] = field(default_factory=list)
    shorter: list[Instead] = field(default_factory=list)
    alone: Instead | None = None


def search_help(selection: Selection, total: int) -> SearchHelp:
    typed = selection.chosen["q"]
    if not typed:
        return SearchHelp()
    query = search.parse(typed)
    known = known_names()
    found = terms(typed, known)
    if total:
        # Beside a list only what was named, or a part of a code name: not each “police”.
        found = [each for each in found if each.is_named or each.term.vocabulary in CODE_NAMES]
    offered = offered_terms(found[:MOST_TERMS])
    if total:
        return SearchHelp(query, offered)
    spelled = respelled(query, known)
    return SearchHelp(
        query=query,
        terms=offered,
        spelled=list(found_instead(selection, spelled)),
        shorter=list(found_instead(selection, shortened(query))),
        alone=next(found_instead(selection, [typed], alone=True), None),
    )


def offered_terms(found: list[FoundTerm]) -> list[OfferedTerm]:
    counts = naming(found)
    return [
        OfferedTerm(
            vocabulary=each.term.vocabulary,
            code=each.term.code,
            names=wording.both(each.term.names),
            also=also_called(each),
            what=str(WHAT[each.term.vocabulary]),
            operations=counts.get((each.term.vocabulary, each.term.code), 0),
            query=each.term.vocabulary if each.term.vocabulary in PARAMETERS else "",
        )
        for each in found
    ]


def also_called(found: FoundTerm) -> Text:
    """The name that was typed, where it is not shown anyway."""
    language = HTML_LANGUAGES[search.language(found.name)]
    shown = {search.fold(name) for name in found.term.names.values()}
    return Text("" if search.fold(found.name) in shown else found.name, language)


def naming(found: Iterable[FoundTerm]) -> dict[tuple[str, str], int]:
    """Public operations by vocabulary and code."""
    wanted = Q()
    for each in found:
        wanted |= Q(vocabulary=each.term.vocabulary, term=each.term.code)
    if not wanted:
        return {}
    rows = EditionTerm.objects.filter(wanted, edition__in=Edition.objects.public())
    counted = rows.values_list("vocabulary", "term").annotate(operations=Count("pk"))
    return {(vocabulary, code): count for vocabulary, code, count in counted}


def respelled(query: search.Query, known: list[tuple[Term, str]]) -> Iterator[str]:
    """The same search with a word that nothing says spelled as it is written elsewhere."""
    for unit in query.units[:MOST_WORDS]:
        if not search.matching(search.Query((unit,))).exists() and not terms(unit.text, known):
            for spelling in near(unit, known):
                yield query.respelled(unit, spelling)
    words = [unit.text for unit in query.units[:MOST_WORDS]]
    for at in range(1, len(words)):
        yield " ".join([*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]])


def shortened(query: search.Query) -> Iterator[str]:
    """The same search without one of its words."""
    if len(query.units) > 1:
        yield from map(query.without, query.units[:MOST_WORDS])


def found_instead(
    selection: Selection, searches: Iterable[str], *, alone: bool = False
) -> Iterator[Instead]:
    """Those that find something under the other conditions, or without any."""
    for typed in searches:
        query = selection.query.copy()
        for name in list(query):
            if name not in PARAMETERS or alone:
                del query[name]
        query["q"] = typed
        operations = select(query).editions.count()
        if operations:
            yield Instead(typed, query.urlencode(), operations)
