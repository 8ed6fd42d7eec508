"""One figure added up for each year, as far as it may be added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.http import QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.codes import Measure, Qualifier, unit_of
from operations.document.skeleton import number
from operations.filters import PARAMETERS, known_only
from operations.totals import Asked, By, Sum, Total, ask, rows_note
from operations.totals.names import names_of
from operations.totals.words import Places, amount_in_words, where, why_nothing
from operations.wording import label
from operations.wording.arrests import ARRESTS
from operations.wording.numbers import amount, digits

from .amounts import NO_LENGTH
from .model import Bar, Cell, Chart, Column, Ink, Key, Layout, Note, Row
from .reading import question, undated_note

GUTTER = 0.16


def asked_by_year(query: QueryDict) -> Asked:
    """The total of a query, a row a year; arrests of all offences in Hong Kong by default.

    Raises ``InvalidQuery``; ``by`` is no parameter here, because the picture is of years.
    """
    known_only(query, PARAMETERS)
    by_year = query.copy()
    by_year["by"] = By.YEAR.value
    return ask(by_year, measure=Measure.PERSONS_ARRESTED)


def arrests(asked: Asked) -> Chart:
    """Safe sums by the year operations began: never a sum of what may not be added."""
    total = asked.total()
    places = names_of("place", [total.sum.question.counted_in])
    rows = {int(row.key): row.sum for row in total.rows if row.key is not None}
    most = max((float(each.value) for each in rows.values() if each.value), default=1.0)
    years = range(max(rows), min(rows) - 1, -1) if rows else range(0)
    return Chart(
        name="arrests",
        layout=Layout.STRIPS,
        title=title(total.sum, places),
        description=described(rows),
        question=question(asked.selection),
        columns=(
            Column("year", _("Year it began"), is_number=True),
            Column("value", _("Sum")),
            Column("lower_bound"),
            Column("counted", _("Counted"), is_number=True),
            Column("stating", _("Stating it"), is_number=True),
            Column("matching", _("In all"), is_number=True),
        ),
        rows=tuple(row(year, rows.get(year), most) for year in years),
        notes=(
            *map(Note, notes(total, places)),
            *filter(lambda note: note.words, [undated_note(asked.selection)]),
            explained(asked, total),
        ),
        legend=legend(rows),
        source=_(
            "Numbers: safe sums of published figures, one an operation, each with its sources."
        ),
        nothing=_("None of these operations has a stated date."),
        gutter=GUTTER,
    )


def title(found: Sum, places: Places) -> str:
    words = {
        "measure": capfirst(label(Measure, found.question.measure)),
        "where": where(found.question, places),
    }
    return _("%(measure)s, by the year the operation began — %(where)s") % words


def row(year: int, found: Sum | None, most: float) -> Row:
    value = found.value if found else None
    words, bars = drawn(found, most)
    return Row(
        label=str(year),
        words=words,
        bars=bars,
        cells=(
            Cell(str(year), year),
            Cell(sum_words(found), None if value is None else number(value)),
            Cell(value=str(found.lower_bound).lower() if found and value is not None else None),
            *(Cell(digits(size), size) for size in coverage(found)),
        ),
    )


def coverage(found: Sum | None) -> tuple[int, int, int]:
    """How many operations were counted, state the figure, and fit."""
    return (len(found.counted), found.stating, found.matching) if found else (0, 0, 0)


def drawn(found: Sum | None, most: float) -> tuple[str, tuple[Bar, ...]]:
    """A sum in words and as a bar; what is not known is neither zero nor the same as nothing."""
    if found is None:
        return _("no operation recorded"), ()
    if found.value is None:
        words = ngettext(
            "no number to add (%(size)s operation)",
            "no number to add (%(size)s operations)",
            found.matching,
        )
        return words % {"size": digits(found.matching)}, (Bar(0, NO_LENGTH, Ink.DASHED),)
    words = _("%(amount)s — %(counted)s of %(matching)s counted") % {
        "amount": bare_amount(found),
        "counted": digits(len(found.counted)),
        "matching": digits(found.matching),
    }
    return words, (Bar(0, float(found.value) / most, Ink.SOLID, runs_on=found.lower_bound),)


def sum_words(found: Sum | None) -> str:
    """The sum alone, for the table, which counts the operations in columns of their own."""
    if found is None:
        return _("no operation recorded")
    return _("no number to add") if found.value is None else bare_amount(found)


def bare_amount(found: Sum) -> str:
    """“at least 4,852”: the title says of what."""
    return amount(
        {
            "unit": unit_of(found.question.measure),
            "value": number(found.value),
            "currency": found.currency or None,
            "qualifier": Qualifier.AT_LEAST if found.lower_bound else Qualifier.EXACT,
        }
    )


def notes(total: Total, places: Places) -> Iterator[str]:
    found = total.sum
    if found.question.measure in ARRESTS:
        yield _("Arrested, not convicted.")
    if found.value is None:
        yield why_nothing(found, places)
    words = {"stating": digits(found.stating), "matching": digits(found.matching)}
    yield (
        _(
            "%(stating)s of %(matching)s operations state this figure as a number; a year counts "
            "what may be added and nothing else."
        )
        % words
    )
    if rows_note(total):
        yield rows_note(total)
    yield _("A year without an operation is one of which nothing is recorded; that is not zero.")


def explained(asked: Asked, total: Total) -> Note:
    """The way to what was counted, what was left out, and why."""
    query = asked.query.copy()
    query.pop("sort", None)
    question_ = total.sum.question
    for name in ("measure", "scope", "counted_in"):
        query[name] = getattr(question_, name)
    words = _("What was counted, what was left out, and why")
    return Note(words, f"{reverse('totals')}?{query.urlencode()}")


def legend(rows: Mapping[int, Sum]) -> tuple[Key, ...]:
    """Only what the picture holds."""
    sums = list(rows.values())
    keys = (
        (
            any(each.value is not None and not each.lower_bound for each in sums),
            Key(Ink.SOLID, _("the sum of what fits")),
        ),
        (
            any(each.value is not None and each.lower_bound for each in sums),
            Key(Ink.SOLID, _("at least: something that fits is left out or not exact"), True),
        ),
        (
            any(each.value is None for each in sums),
            Key(Ink.DASHED, _("operations, but no number that may be added")),
        ),
    )
    return tuple(key for holds, key in keys if holds)


def described(rows: Mapping[int, Sum]) -> str:
    said = [
        _("%(year)s: %(amount)s") % {"year": year, "amount": amount_in_words(each)}
        for year, each in sorted(rows.items())
        if each.value is not None
    ]
    return _("; ").join(said) or _("No year has a number that may be added.")
