"""A query in words: the sentence above a list, and one removable condition a parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import codes
from operations.dates import in_words
from operations.language import reader
from operations.models import VOCABULARIES, Place, Source

from .address import asked, dropped, written
from .filterset import EditionFilter
from .selection import Selection
from .sorting import DEFAULT_SORT, SORTS

LIMITS = ("min", "max")


@dataclass(frozen=True)
class Alternative:
    """One value of a condition in words, and the query string without it."""

    words: str
    without: str


@dataclass(frozen=True)
class Condition:
    """One parameter in words, and the query string without it."""

    parameter: str
    label: str
    values: tuple[str, ...]
    without: str
    alternatives: tuple[Alternative, ...]

    def __str__(self) -> str:
        alternatives = _(" or ").join(self.values)
        return _("%(label)s: %(values)s") % {"label": self.label, "values": alternatives}


def conditions(selection: Selection) -> list[Condition]:
    """What narrows the list, in the order of the parameters; empty for the whole list."""
    found = []
    said = asked(selection.query)
    for name, filter_ in EditionFilter.base_filters.items():
        value = selection.chosen[name]
        if value in (None, [], "") or name == "sort":
            continue
        values = tuple(in_currencies(name, words(name, value), selection))
        given = value if isinstance(value, list) else [None]
        found.append(
            Condition(
                parameter=name,
                label=str(filter_.label),
                values=values,
                without=written(dropped(said, name)),
                alternatives=tuple(
                    Alternative(spoken, written(dropped(said, name, code)))
                    for spoken, code in zip(values, given, strict=True)
                ),
            )
        )
    return found


def sentence(selection: Selection, found: Sequence[Condition] | None = None) -> str:
    """The whole query in one sentence; ``found`` are its conditions, where they are known."""
    found = conditions(selection) if found is None else found
    order = str(SORTS[selection.chosen["sort"] or DEFAULT_SORT])
    if not found:
        return _("All published operations, %(order)s.") % {"order": order}
    what = _("; ").join(str(condition) for condition in found)
    return _("Operations with %(conditions)s. Sorted %(order)s.") % {
        "conditions": what,
        "order": order,
    }


def without(query: QueryDict, name: str) -> str:
    """The query string without one parameter, and from its first page."""
    return written(dropped(asked(query), name))


def words(name: str, value: Any) -> Iterable[str]:
    """The chosen value or values as people say them."""
    return WORDS.get(name, plain)(value)


def in_currencies(name: str, said: Iterable[str], selection: Selection) -> Iterable[str]:
    """A limit on an amount of money compares numbers of whatever currency."""
    if name not in LIMITS or not any(codes.is_money(each) for each in selection.chosen["measure"]):
        return said
    return [_("%(number)s, in the currency that each source gives") % {"number": n} for n in said]


def plain(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def quoted(value: str) -> list[str]:
    return [_("“%(text)s”") % {"text": value}]


def day(value: date) -> list[str]:
    return [in_words(value.isoformat(), reader())]


def moment(value: date) -> list[str]:
    """A day, or a time of day as the clocks of Hong Kong show it."""
    if not isinstance(value, datetime):
        return day(value)
    local = timezone.localtime(value)
    words = {"day": day(local.date())[0], "time": local.strftime("%H:%M:%S")}
    return [_("%(day)s, %(time)s Hong Kong time") % words]


def labels(choices: Any, lacking: Any = None) -> Callable[[list[str]], list[str]]:
    """Labels of codes; ``lacking`` is how it is said that an operation has none."""

    def read(chosen: list[str]) -> list[str]:
        return [
            str(lacking if lacking and code == codes.NOT_STATED else choices(code).label)
            for code in chosen
        ]

    return read


def names(model: Any, lacking: Any = None) -> Callable[[list[str]], list[str]]:
    """Names in the reader's language, English where there is none."""

    def read(chosen: list[str]) -> list[str]:
        found = {term.code: term for term in model._default_manager.filter(code__in=chosen)}
        return [
            str(lacking) if lacking and code not in found else name_of(found[code])
            for code in chosen
        ]

    return read


def name_of(term: Any) -> str:
    if isinstance(term, Source):
        return str(term)
    return str((reader() == "zh-Hant" and term.name_zh_hant) or term.name_en)


def yes_no(value: str) -> list[str]:
    return [_("yes") if value == "yes" else _("no")]


def dates_mode(value: str) -> list[str]:
    return [_("within the period") if value == "within" else _("overlapping the period")]


def undated(value: str) -> list[str]:
    spoken = {"include": _("included"), "exclude": _("left out"), "only": _("only those")}
    return [spoken[value]]


WORDS: dict[str, Callable[[Any], list[str]]] = {
    "q": quoted,
    "from": day,
    "to": day,
    "as_of": moment,
    "dates": dates_mode,
    "undated": undated,
    "stated": yes_no,
    "disputed": yes_no,
    "kind": labels(codes.Kind),
    "status": labels(codes.Status),
    "flag": labels(codes.Flag, codes.LACKING["flag"]),
    "relevance": labels(codes.Relevance, codes.LACKING["relevance"]),
    "measure": labels(codes.Measure),
    "scope": labels(codes.Scope),
    "counted_in": names(Place),
    "source": names(Source),
    **{
        vocabulary: names(model, codes.LACKING.get(vocabulary))
        for vocabulary, model in VOCABULARIES.items()
    },
}
