"""Facets as links: each choice leads to the list that its count is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from operations.codes import NOT_STATED
from operations.facets import SEARCHABLE, Choice, Facet
from operations.filters.address import MANY, Asked, added, dropped, replaced, written
from operations.wording import Text

from .finding import FINDERS, matching

# How many choices of a facet are in sight, and how many a page holds at most.
IN_SIGHT, MOST = 8, 60


@dataclass(frozen=True)
class Link:
    """A choice. ``address`` chooses it alone, and then the list has ``count`` operations.

    ``add`` is the address with it as one more alternative, ``remove`` the one without it; either
    is empty where it makes no sense.
    """

    words: Text
    count: int
    address: str
    chosen: bool
    add: str
    remove: str
    narrower: tuple[Link, ...]

    @property
    def narrower_is_open(self) -> bool:
        return any(link.chosen for link in self.narrower)


@dataclass(frozen=True)
class Finder:
    """The form that looks for a choice; ``carried`` is what the query says already."""

    parameter: str
    words: str
    carried: tuple[tuple[str, str], ...]
    without: str


@dataclass(frozen=True)
class FacetLinks:
    """A facet: choices in sight, more behind a fold, and how many more there are beyond."""

    name: str
    label: str
    in_sight: list[Link]
    folded: list[Link]
    beyond: int
    widens: bool
    finder: Finder | None


def facet_links(
    facets: Iterable[Facet], said: Asked, looked_for: Mapping[str, str]
) -> list[FacetLinks]:
    """The facets that have a choice, under what a query says."""
    return [
        links_of(facet, said, looked_for.get(facet.name, "")) for facet in facets if facet.choices
    ]


def links_of(facet: Facet, said: Asked, words: str) -> FacetLinks:
    choices = matching(facet.choices, words) if words else in_order(facet)
    chosen = [choice for choice in choices if choice.chosen]
    in_sight = choices[:MOST] if words else choices[:IN_SIGHT]
    in_sight += [choice for choice in chosen if choice not in in_sight]
    folded = [choice for choice in choices[:MOST] if choice not in in_sight]
    long = facet.name in SEARCHABLE and len(facet.choices) > IN_SIGHT
    return FacetLinks(
        name=facet.name,
        label=facet.label,
        in_sight=[link(facet, choice, said) for choice in in_sight],
        folded=[link(facet, choice, said) for choice in folded],
        beyond=len(choices) - len(in_sight) - len(folded),
        widens=widens(facet, said),
        finder=finder(facet, said, words) if long or words else None,
    )


def in_order(facet: Facet) -> list[Choice]:
    """“Not stated” after the last choice in sight: it is mostly the most frequent one."""
    if facet.name not in SEARCHABLE:
        return list(facet.choices)
    silent = [choice for choice in facet.choices if is_silent(facet, choice)]
    others = [choice for choice in facet.choices if choice not in silent]
    place = IN_SIGHT - len(silent)
    return others[:place] + silent + others[place:]


def is_silent(facet: Facet, choice: Choice) -> bool:
    return list(choice.sets.get(facet.name, ())) == [NOT_STATED]


def link(facet: Facet, choice: Choice, said: Asked) -> Link:
    return Link(
        words=choice.words,
        count=choice.count,
        address=address(replaced(said, facet.own, choice.sets)),
        chosen=choice.chosen,
        add=adding(facet, choice, said) if not choice.chosen and widens(facet, said) else "",
        remove=removing(choice, said) if choice.chosen else "",
        narrower=tuple(link(facet, each, said) for each in choice.narrower),
    )


def widens(facet: Facet, said: Asked) -> bool:
    """Whether something is chosen that another value can stand beside."""
    return facet.name in MANY and facet.name in said


def adding(facet: Facet, choice: Choice, said: Asked) -> str:
    """The address with one more alternative; none for a decade, which is no value."""
    values = choice.sets.get(facet.name)
    return address(added(said, facet.name, values[0])) if values else ""


def removing(choice: Choice, said: Asked) -> str:
    for name, values in choice.sets.items():
        for value in values:
            said = dropped(said, name, value) if name in MANY else dropped(said, name)
    return address(said)


def address(said: Asked) -> str:
    text = written(said)
    return f"{reverse('operations')}?{text}" if text else reverse("operations")


def finder(facet: Facet, said: Asked, words: str) -> Finder:
    return Finder(
        parameter=FINDERS[facet.name],
        words=words,
        carried=tuple((name, value) for name, values in said.items() for value in values),
        without=f"{address(said)}#facet-{facet.name}",
    )
