"""A facet and its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from operations.wording import Text

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen.

    ``sets`` is what the query says in place of the facet's own parameters when this alone is
    chosen, and ``count`` the number of operations that it then finds. ``narrower`` are the years
    of a decade. ``names`` are all that it is known by, in any language.
    """

    words: Text
    count: int
    sets: Mapping[str, Sequence[str]]
    chosen: bool = False
    narrower: tuple[Choice, ...] = ()
    names: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Choice]:
        """Itself and what is narrower."""
        yield self
        for choice in self.narrower:
            yield from choice


@dataclass(frozen=True)
class Facet:
    """The choices of one parameter. ``own`` are the parameters that a choice replaces."""

    name: str
    label: str
    own: tuple[str, ...]
    choices: tuple[Choice, ...]

    @property
    def all(self) -> list[Choice]:
        return [each for choice in self.choices for each in choice]

    @property
    def chosen(self) -> list[Choice]:
        return [choice for choice in self.all if choice.chosen]
