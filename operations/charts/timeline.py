"""Operations over time, each on the calendar of the year it began."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.filters import Selection
from operations.wording import date_words
from operations.wording.numbers import digits

from .dates import at, bars
from .model import Cell, Chart, Column, Ink, Key, Layout, Note, Row, Tick
from .reading import Dated, dated, question, undated_note

# More rows make a picture that nobody reads; the file holds all of them.
MOST_DRAWN = 120
QUARTERS = (1, 4, 7, 10)


def timeline(selection: Selection, *, whole: bool = False) -> Chart:
    """The operations that a query chooses; ``whole`` takes in those beyond ``MOST_DRAWN``.

    Two queries. Undated operations are counted in a note.
    """
    found = dated(selection)[::-1]
    shown = found if whole else found[:MOST_DRAWN]
    return Chart(
        name="timeline",
        layout=Layout.STRIPS,
        title=_("Operations over time"),
        description=described(found),
        question=question(selection),
        columns=(
            Column("id"),
            Column("name_en"),
            Column("name_zh_hant"),
            Column("", _("Operation")),
            Column("dates", _("Dates")),
            Column("earliest"),
            Column("latest"),
        ),
        rows=tuple(row(one, timezone.localdate()) for one in shown),
        notes=tuple(note for note in notes(selection, found, shown) if note.words),
        legend=(
            Key(Ink.SOLID, _("days stated (a single day is drawn wider than it is)")),
            Key(Ink.HATCHED, _("some time within: only a month, season or year is stated")),
            Key(Ink.DASHED, _("start or end not stated; its length means nothing")),
            Key(Ink.SOLID, _("goes on in later years, or is still going on"), runs_on=True),
        ),
        source=_("Numbers: the operations published in this record, each with its sources."),
        nothing=_("None of these operations has a stated date."),
        ticks=tuple(tick(month) for month in QUARTERS),
    )


def tick(month: int) -> Tick:
    first = date(2001, month, 1)
    return Tick(at(first, 2001), date_format(first, "M"))


def row(one: Dated, today: date) -> Row:
    name, dates = one.name, date_words(one.span.edtf)
    lang = name.lang if name.is_foreign else ""
    earliest, latest = one.span.earliest, one.span.latest
    return Row(
        label=str(name) or one.id,
        lang=lang,
        words=dates,
        bars=bars(one.span, today),
        href=one.address,
        group=str(one.began),
        cells=(
            Cell(value=one.id),
            Cell(value=one.name_en),
            Cell(value=one.name_zh_hant),
            Cell(str(name) or one.id, lang=lang, href=one.address),
            Cell(dates, one.span.edtf),
            Cell(value=earliest.isoformat() if earliest else None),
            Cell(value=latest.isoformat() if latest else None),
        ),
    )


def notes(selection: Selection, found: list[Dated], shown: list[Dated]) -> list[Note]:
    return [undated_note(selection), Note(not_drawn(len(found), len(shown)))]


def not_drawn(found: int, shown: int) -> str:
    if found == shown:
        return ""
    return _(
        "The latest %(shown)s of %(found)s operations with a date are drawn; the file holds all."
    ) % {"shown": digits(shown), "found": digits(found)}


def described(found: list[Dated]) -> str:
    if not found:
        return _("None of these operations has a stated date.")
    words = {
        "number": digits(len(found)),
        "first": date_words(found[-1].span.edtf),
        "last": date_words(found[0].span.edtf),
    }
    line = ngettext(
        "%(number)s operation with a date: %(first)s.",
        "%(number)s operations with a date, from the first (%(first)s) to the last (%(last)s).",
        len(found),
    )
    return line % words
