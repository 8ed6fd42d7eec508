"""A query in words: the sentence above a list, and one removable condition a parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from operations import codes
from operations.dates import in_words
from operations.models import VOCABULARIES, Place, Source

from .filterset import EditionFilter
from .selection import Selection
from .sorting import DEFAULT_SORT, SORTS


@dataclass(frozen=True)
class Condition:
    """One parameter in words, and the query string without it."""

    parameter: str
    label: str
    values: tuple[str, ...]
    without: str

    def __str__(self) -> str:
        alternatives = _(" or ").join(self.values)
        return f"{self.label}: {alternatives}"


def conditions(selection: Selection) -> list[Condition]:
    """What narrows the list, in the order of the parameters; empty for the whole list."""
    found = []
    for name, filter_ in EditionFilter.base_filters.items():
        value = selection.chosen[name]
        if value in (None, [], "") or name == "sort":
            continue
        found.append(
            Condition(
                parameter=name,
                label=str(filter_.label),
                values=tuple(words(name, value)),
                without=without(selection.query, name),
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
    copy = query.copy()
    for gone in (name, "page", "cursor"):
        copy.pop(gone, None)
    return copy.urlencode()


def words(name: str, value: Any) -> Iterable[str]:
    """The chosen value or values as people say them."""
    return WORDS.get(name, plain)(value)


def plain(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def quoted(value: str) -> list[str]:
    return [_("“%(text)s”") % {"text": value}]


def day(value: date) -> list[str]:
    return [in_words(value.isoformat(), reader())]


def reader() -> str:
    """The language of the reader, as dates know it."""
    return "zh-hant" if (get_language() or "").startswith("zh") else "en"


def labels(choices: Any) -> Callable[[list[str]], list[str]]:
    return lambda chosen: [str(choices(code).label) for code in chosen]


def names(model: Any) -> Callable[[list[str]], list[str]]:
    """Names in the reader's language, English where there is none."""

    def read(chosen: list[str]) -> list[str]:
        found = {term.code: term for term in model._default_manager.filter(code__in=chosen)}
        return [name_of(found[code]) for code in chosen]

    return read


def name_of(term: Any) -> str:
    if isinstance(term, Source):
        return str(term)
    return str((reader() == "zh-hant" and term.name_zh_hant) or term.name_en)


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
    "as_of": day,
    "dates": dates_mode,
    "undated": undated,
    "stated": yes_no,
    "disputed": yes_no,
    "kind": labels(codes.Kind),
    "status": labels(codes.Status),
    "flag": labels(codes.Flag),
    "relevance": labels(codes.Relevance),
    "measure": labels(codes.Measure),
    "scope": labels(codes.Scope),
    "counted_in": names(Place),
    "source": names(Source),
    **{vocabulary: names(model) for vocabulary, model in VOCABULARIES.items()},
}
