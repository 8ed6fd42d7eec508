"""How many operations began in each year, and the tier of that year's report beneath."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.dates import DateSpan
from operations.dates.points import Precision
from operations.filters import Selection
from operations.wording.numbers import digits

from .model import Bar, Cell, Chart, Column, Ink, Key, Layout, Note, Row
from .reading import Dated, asks_for_dates, dated, listed, question, undated_note
from .tiers import Tiers, lane_names, lanes_of, tier_words, tiers_by_year

LONG = (Precision.DECADE, Precision.CENTURY)


def years(selection: Selection) -> Chart:
    """Counts of the operations that a query chooses, in three queries."""
    found, tiers = dated(selection), tiers_by_year()
    began = Counter(one.began for one in found)
    unsure = Counter(one.began for one in found if is_unsure(one.span))
    known = [*began, *tiers]
    span = range(min(known), max(known) + 1) if began else range(0)
    most = max(began.values(), default=1)
    return Chart(
        name="years",
        layout=Layout.COLUMNS,
        title=_("Operations by the year they began"),
        description=described(began, found),
        question=question(selection),
        columns=(
            Column("year", _("Year"), is_number=True),
            Column("operations", _("Operations that began"), is_number=True),
            Column("year_uncertain", _("of them, year uncertain"), is_number=True),
            Column("tier"),
            Column("", _("Tier of Hong Kong in that year's report")),
        ),
        rows=tuple(
            row(year, began[year], unsure[year], most, tiers, address(selection, year))
            for year in span
        ),
        notes=tuple(notes(selection)),
        legend=legend(unsure),
        source=_("Numbers: the operations published in this record, each with its sources."),
        nothing=_("None of these operations has a stated date."),
        lanes=lane_names(),
    )


def is_unsure(span: DateSpan) -> bool:
    """Whether the source leaves open in which year it began."""
    return span.start is None or span.start.doubtful or span.start.precision in LONG


def row(  # noqa: PLR0913, PLR0917 — one argument a column
    year: int, began: int, unsure: int, most: int, tiers: Tiers, href: str
) -> Row:
    codes = tiers.get(year, [])
    return Row(
        label=str(year),
        words=digits(began) if began else "",
        bars=tuple(bars(began - unsure, unsure, most)),
        lanes=lanes_of(codes),
        cells=(
            Cell(str(year), year, href=href if began else ""),
            Cell(digits(began), began),
            Cell(digits(unsure), unsure),
            Cell(value="; ".join(codes)),
            Cell(tier_words(codes)),
        ),
    )


def bars(sure: int, unsure: int, most: int) -> list[Bar]:
    found = [Bar(0, sure / most)] if sure else []
    if unsure:
        found.append(Bar(sure / most, (sure + unsure) / most, Ink.HATCHED))
    return found


def address(selection: Selection, year: int) -> str:
    """The list of that year; none where the query already asks for dates of its own."""
    if asks_for_dates(selection) or selection.chosen["undated"]:
        return ""
    return listed(selection, year=str(year))


def notes(selection: Selection) -> list[Note]:
    undated = undated_note(selection)
    past = selection.chosen["as_of"]
    now = Note(_("The tiers are those published today: reports keep no editions."))
    return [
        *([undated] if undated.words else []),
        *([now] if past else []),
        Note(_("A year in which none began may still be one in which nothing was read.")),
        Note(
            _("Tiers stand under the year of the report, which speaks mostly of the year before.")
        ),
    ]


def legend(unsure: Counter[int]) -> tuple[Key, ...]:
    if not unsure:
        return ()
    return (
        Key(Ink.SOLID, _("the year it began is stated")),
        Key(Ink.HATCHED, _("the year is uncertain, or only an end is stated")),
    )


def described(began: Counter[int], found: list[Dated]) -> str:
    if not found:
        return _("None of these operations has a stated date.")
    year, most = max(began.items(), key=lambda item: (item[1], -item[0]))
    words = {
        "number": digits(len(found)),
        "first": min(began),
        "last": max(began),
        "year": year,
        "most": digits(most),
    }
    line = ngettext(
        "%(number)s operation with a date, from %(first)s to %(last)s; most in %(year)s"
        " (%(most)s).",
        "%(number)s operations with a date, from %(first)s to %(last)s; most in %(year)s"
        " (%(most)s).",
        len(found),
    )
    return line % words
