"""How the figures of an operation are broken down.

Parts that add up stand one after the other below their whole. Parts that overlap, or are only
some of the whole, stand each against the outline of the whole: they are never drawn as if they
made it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from operations.wording import Line, Record, Split
from operations.wording.sentences import running

from .amounts import bars, exact
from .model import Bar, Cell, Chart, Column, Ink, Key, Layout, Note, Row
from .splitting import Panel, panels

FIELDS = ("value", "low", "high", "qualifier", "value_type")


def breakdown(record: Record) -> Chart:
    """Every breakdown of an operation, each under its whole; without a query."""
    found = list(panels(record.claims))
    title = _("How the figures of “%(name)s” are broken down") % {"name": str(record.name)}
    return chart("breakdown", title, str(record.dates), found)


def is_broken_down(record: Record) -> bool:
    return any(panel.is_worth_drawing for panel in panels(record.claims))


def breakdown_of(whole: Line, split: Split) -> Chart | None:
    """One breakdown alone, for the page of the operation; None where it would show nothing."""
    panel = Panel(whole, split)
    if not panel.is_worth_drawing:
        return None
    parts = panel.parts
    # Words for an id: the ids of figures hold dots, which are no harm there.
    name = f"breakdown-{parts[0].id if parts else whole.id}"
    return chart(name, heading(panel), whole.words, [panel])


def chart(name: str, title: str, question: str, found: list[Panel]) -> Chart:
    return Chart(
        name=name,
        layout=Layout.STRIPS,
        title=title,
        description=running(described(panel) for panel in found)
        or _("No figure of this operation is broken down."),
        question=question,
        columns=(
            Column("whole"),
            Column("set"),
            Column("", _("Breakdown")),
            Column("figure"),
            Column("", _("Part")),
            Column("", _("Number")),
            Column("breakdown"),
            *(Column(field) for field in FIELDS),
        ),
        rows=tuple(row for panel in found for row in rows(panel)),
        notes=tuple(Note(words) for words in notes(found)),
        legend=legend(found),
        source=_("Numbers: the figures of the operation, each with its sources on its page."),
        nothing=_("No figure of this operation is broken down."),
    )


def heading(panel: Panel) -> str:
    """What it is split by, and how the parts stand to the whole."""
    words = {"set": capfirst(panel.split.name), "kind": panel.split.kind}
    return _("%(set)s: %(kind)s") % words


def rows(panel: Panel) -> Iterator[Row]:
    """The whole and its parts."""
    yield row(panel, panel.whole, bars(panel.whole.entry, panel.scale), is_whole=True)
    start = 0.0
    for part in panel.parts:
        drawn = part_bars(panel, part, start)
        if panel.adds_up:
            start = drawn[-1].end
        yield row(panel, part, drawn)


def part_bars(panel: Panel, part: Line, start: float) -> tuple[Bar, ...]:
    if not panel.is_alike(part):
        return ()
    own = bars(part.entry, panel.scale, start)
    value = exact(panel.whole.entry)
    if panel.adds_up or value is None:
        return own
    return (Bar(0, float(value) / panel.scale, Ink.OUTLINE), *own)


def row(panel: Panel, line: Line, drawn: tuple[Bar, ...], *, is_whole: bool = False) -> Row:
    label = line.words if is_whole else line.part_words
    return Row(
        label=label,
        words="" if is_whole else line.amount,
        bars=drawn,
        group=heading(panel),
        cells=(
            Cell(value=panel.whole.id),
            Cell(value=panel.split.name),
            Cell(heading(panel)),
            Cell(value=line.id),
            Cell(label),
            Cell(line.amount),
            Cell(value="" if is_whole else line.entry["breakdown"]),
            *(Cell(value=line.entry[field]) for field in FIELDS),
        ),
    )


def notes(found: Iterable[Panel]) -> Iterator[str]:
    if any(line.is_arrest for panel in found for line in (panel.whole, *panel.parts)):
        yield _("Arrested, not convicted.")


def legend(found: list[Panel]) -> tuple[Key, ...]:
    drawn = [bar for panel in found for row_ in rows(panel) for bar in row_.bars]
    inks = {bar.ink for bar in drawn}
    keys = (
        (Ink.SOLID in inks, Key(Ink.SOLID, _("stated"))),
        (any(bar.runs_on for bar in drawn), Key(Ink.SOLID, _("at least so many"), runs_on=True)),
        (
            Ink.OUTLINE in inks,
            Key(Ink.OUTLINE, _("the whole, for comparison: the parts do not make it up")),
        ),
        (Ink.HATCHED in inks, Key(Ink.HATCHED, _("possible, not certain; or suppressed"))),
        (Ink.DASHED in inks, Key(Ink.DASHED, _("not stated by any source read"))),
    )
    return tuple(key for holds, key in keys if holds)


def described(panel: Panel) -> str:
    parts = [
        _("%(part)s: %(amount)s") % {"part": part.part_words, "amount": part.amount}
        for part in panel.parts
    ]
    words = {
        "whole": panel.whole.words,
        "heading": heading(panel),
        "parts": _("; ").join(parts),
    }
    return _("%(whole)s. %(heading)s. %(parts)s.") % words
