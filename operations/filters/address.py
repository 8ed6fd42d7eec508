"""One address for one query: what is asked, in one order, whichever way it was typed.

So that a list that two people share is one address, for caches and for those who compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from django.http import QueryDict

from .fields import CodesField
from .filterset import DEFAULTS, PARAMETERS, EditionFilter

Asked = Mapping[str, Sequence[str]]
# Where one is in a list is no part of what is asked, and neither is what one looks for among
# its choices.
PLACES = ("page", "cursor")
FINDING = "find_"
# A limit says nothing without the measure that it limits.
NEEDED_BY = {"measure": ("min", "max")}
MANY = frozenset(
    name
    for name, filter_ in EditionFilter.base_filters.items()
    if issubclass(filter_.field_class, CodesField)
)


def asked(query: QueryDict) -> dict[str, list[str]]:
    """What a query says: nothing empty, twice or that holds anyway; parameters in one order."""
    known = [name for name in PARAMETERS if name in query]
    others = sorted(name for name in query if name not in PARAMETERS and not is_place(name))
    found = {name: values_of(query, name) for name in (*known, *others)}
    return {name: values for name, values in found.items() if values}


def is_place(name: str) -> bool:
    return name in PLACES or name.startswith(FINDING)


def values_of(query: QueryDict, name: str) -> list[str]:
    given = [value if name in MANY else value.strip() for value in query.getlist(name)]
    values = [value for value in given if value and value != DEFAULTS.get(name)]
    return sorted(set(values)) if name in MANY else values


def written(said: Asked) -> str:
    """The query string, without its question mark."""
    order = [name for name in PARAMETERS if name in said]
    order += [name for name in said if name not in PARAMETERS]
    return urlencode([(name, value) for name in order for value in said[name]])


def replaced(said: Asked, own: Iterable[str], sets: Asked) -> dict[str, Sequence[str]]:
    """What is asked, with other values in place of some parameters."""
    return {name: values for name, values in said.items() if name not in own} | dict(sets)


def added(said: Asked, name: str, value: str) -> dict[str, Sequence[str]]:
    """What is asked, with one more alternative."""
    return {**said, name: sorted({*said.get(name, ()), value})}


def dropped(said: Asked, name: str, value: str | None = None) -> dict[str, Sequence[str]]:
    """What is asked, without one value of a parameter; without the value, all of them."""
    left = [other for other in said.get(name, ()) if value is not None and other != value]
    if left:
        return {**said, name: left}
    gone = (name, *NEEDED_BY.get(name, ()))
    return {other: values for other, values in said.items() if other not in gone}
