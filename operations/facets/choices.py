"""The facets of a query, in the order in which readers ask: when, who, where, what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from operations.filters import EditionFilter, Selection

from .columns import column_counts
from .figures import scope_counts
from .model import Choice, Counts, Facet
from .names import in_reader, names_of
from .terms import term_counts
from .years import OWN, YearCounts, decade_of, year_counts

ORDER = (
    "group",
    "agency",
    "place",
    "kind",
    "series",
    "offence",
    "relevance",
    "scope",
    "disputed",
    "flag",
    "status",
)
# Lists that grow with the record.
SEARCHABLE = ("group", "agency", "place", "series", "offence")


def facets(selection: Selection) -> list[Facet]:
    """All facets of a query, with the choices that find something and those that are chosen.

    Costs a query each for terms, columns, dates and scopes, one more for each facet of which
    something is chosen, and one for the names of each open vocabulary.
    """
    dates = year_counts(selection)
    counts = {
        **term_counts(selection),
        **column_counts(selection),
        "scope": scope_counts(selection),
    }
    return [
        years(selection, dates),
        undated(selection, dates),
        *(facet(selection, name, counts[name]) for name in ORDER),
    ]


def facet(selection: Selection, name: str, counts: Counts) -> Facet:
    """Most frequent first, then by name; what is chosen is there even without a result."""
    given = selection.chosen[name] or []
    chosen = [given] if isinstance(given, str) else given
    offered = dict.fromkeys(chosen, 0) | {code: n for code, n in counts.items() if n}
    names = names_of(name, offered)
    choices = [
        Choice(
            words=names[code].words,
            count=count,
            sets={name: [code]},
            chosen=code in chosen,
            names=names[code].names,
        )
        for code, count in offered.items()
        if code in names
    ]
    choices.sort(key=lambda choice: (-choice.count, str(choice.words)))
    return Facet(name, label(name), (name,), tuple(choices))


def label(name: str) -> str:
    return str(EditionFilter.base_filters[name].label)


def years(selection: Selection, dates: YearCounts) -> Facet:
    """Decades, newest first, each with its years."""
    return Facet("year", label("year"), OWN, tuple(decades(selection, dates)))


def decades(selection: Selection, dates: YearCounts) -> Iterator[Choice]:
    chosen = selection.chosen["year"]
    asked = (selection.chosen["from"], selection.chosen["to"])
    found = {*dates.decades(), *(decade_of(int(year)) for year in chosen)}
    for first, last in sorted(found, reverse=True):
        narrower = tuple(
            Choice(
                words=in_reader(str(year)),
                count=dates.between(year, year),
                sets={"year": [str(year)]},
                chosen=str(year) in chosen,
            )
            for year in range(last, first - 1, -1)
        )
        decade = Choice(
            # Translators: a decade, such as the 2020s.
            words=in_reader(_("%(first_year)ss") % {"first_year": first}),
            count=dates.between(first, last),
            sets={"from": [str(first)], "to": [str(last)]},
            chosen=asked == (date(first, 1, 1), date(last, 12, 31)),
            narrower=tuple(year for year in narrower if year.count or year.chosen),
        )
        if decade.count or decade.chosen or decade.narrower:
            yield decade


def undated(selection: Selection, dates: YearCounts) -> Facet:
    counts = {"only": dates.undated, "exclude": dates.dated}
    said = {"only": _("no date stated"), "exclude": _("date stated")}
    given = selection.chosen["undated"]
    return Facet(
        name="undated",
        label=_("Date stated or not"),
        own=OWN,
        choices=tuple(
            Choice(in_reader(said[code]), count, {"undated": [code]}, chosen=code == given)
            for code, count in counts.items()
            if count or code == given
        ),
    )
