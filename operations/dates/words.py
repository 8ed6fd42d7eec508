"""Dates as people write them, in English and Traditional Chinese.

The two grammars stand here as data and not in the translation catalogue: they differ in the
order of the parts and in which of two dates drops what both share, not only in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.dateformat import format as date_format

from operations.dates.points import Point, Precision
from operations.dates.spans import DateSpan, parse


@dataclass(frozen=True)
class _Grammar:
    """How one language writes dates.

    `forms` gives for each precision Django date formats: whole, without its year, and without
    its year and month. `shortens_first` says which of two dates drops the shared parts.
    """

    forms: Mapping[Precision, tuple[str, ...]]
    seasons: Mapping[int, str]
    years: str
    shortens_first: bool
    joint: str
    wide_joint: str
    about: str
    uncertain: str
    since: str
    no_end: str
    no_start: str
    undated: str


_GRAMMARS: Mapping[str, _Grammar] = {
    "en": _Grammar(
        forms={
            Precision.DAY: ("j F Y", "j F", "j"),
            Precision.MONTH: ("F Y", "F"),
            Precision.YEAR: ("Y",),
            Precision.SOME_DAY_OF_MONTH: (r"\a \d\a\y \i\n F Y",),
            Precision.SOME_MONTH_OF_YEAR: (r"\a \m\o\n\t\h \i\n Y",),
            Precision.SOME_DAY_OF_YEAR: (r"\a \d\a\y \i\n Y",),
        },
        seasons={3: "spring {}", 6: "summer {}", 9: "autumn {}"},
        years="some time in {}–{}",
        shortens_first=True,
        joint="–",
        wide_joint=" – ",
        about="about {}",
        uncertain="{} (uncertain)",
        since="since {} (ongoing)",
        no_end="from {}, end not stated",
        no_start="until {}, start not stated",
        undated="date not stated",
    ),
    "zh-hant": _Grammar(
        forms={
            Precision.DAY: ("Y年n月j日", "n月j日", "j日"),
            Precision.MONTH: ("Y年n月", "n月"),
            Precision.YEAR: ("Y年",),
            Precision.SOME_DAY_OF_MONTH: ("Y年n月某日",),
            Precision.SOME_MONTH_OF_YEAR: ("Y年某月",),
            Precision.SOME_DAY_OF_YEAR: ("Y年某日",),
        },
        seasons={3: "{}年春季", 6: "{}年夏季", 9: "{}年秋季"},
        years="{}至{}年間",
        shortens_first=False,
        joint="至",
        wide_joint="至",
        about="約{}",
        uncertain="{}（未能確定）",
        since="自{}起（仍在進行）",
        no_end="由{}起，未有說明何時結束",
        no_start="至{}止，未有說明何時開始",
        undated="日期未有說明",
    ),
}


def in_words(text: str, language: str) -> str:
    """The EDTF `text` as people write it in `language` (`en` or `zh-hant`).

    Raises DateError for text that is no date, and ValueError for another language.
    """
    grammar = _GRAMMARS.get(language.lower())
    if grammar is None:
        raise ValueError(f"Dates can be written in {', '.join(_GRAMMARS)}, not in {language!r}.")
    # The formats name their own order; only the names of the months must be the right ones.
    with translation.override(language):
        return _span(parse(text), grammar)


def _span(span: DateSpan, grammar: _Grammar) -> str:
    if span.start and span.end:
        return _between(span.start, span.end, grammar)
    if span.start:
        frame = grammar.since if span.is_open else grammar.no_end
        return frame.format(_hedged(span.start, grammar))
    if span.end:
        return grammar.no_start.format(_hedged(span.end, grammar))
    return grammar.undated


def _between(start: Point, end: Point, grammar: _Grammar) -> str:
    if start == end:
        return _hedged(start, grammar)
    shared = _shared_parts(start, end)
    first = _hedged(start, grammar, shared if grammar.shortens_first else 0)
    last = _hedged(end, grammar, 0 if grammar.shortens_first else shared)
    alike = start.precision is end.precision and " " not in first
    return f"{first}{grammar.joint if alike else grammar.wide_joint}{last}"


def _shared_parts(start: Point, end: Point) -> int:
    """How much one end may leave out: 0 nothing, 1 its year, 2 its year and month."""
    precisions = {start.precision, end.precision}
    if start.doubtful or end.doubtful or not precisions <= {Precision.DAY, Precision.MONTH}:
        return 0
    if start.first.year != end.first.year:
        return 0
    return 2 if precisions == {Precision.DAY} and start.first.month == end.first.month else 1


def _hedged(point: Point, grammar: _Grammar, shared: int = 0) -> str:
    words = _plain(point, grammar, shared)
    if point.approximate:
        words = grammar.about.format(words)
    return grammar.uncertain.format(words) if point.uncertain else words


def _plain(point: Point, grammar: _Grammar, shared: int) -> str:
    if point.precision in grammar.forms:
        return date_format(point.first, grammar.forms[point.precision][shared])
    if point.precision is Precision.SEASON:
        return grammar.seasons[point.first.month].format(point.first.year)
    # A decade or a century; "the 2000s" could be either, its first and last year cannot.
    return grammar.years.format(point.first.year, point.last.year)
