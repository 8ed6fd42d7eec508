"""An operation in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from operations import figures
from operations.codes import Flag, Kind
from operations.document import claims
from operations.search import Query

from .arrests import ARRESTS
from .codes import label
from .figure import in_full
from .found import Found, found_elsewhere
from .language import Text, both, date_words
from .naming import Named, named


@dataclass(frozen=True)
class Row:
    """What a list says of one operation."""

    id: str
    edition: int
    names: list[Text]
    kind: str
    dates: str
    agencies: list[Named]
    groups: list[Named]
    flags: list[str]
    disputed: bool
    figure: str
    is_arrest: bool
    # What was searched for, and where it stands that the row does not show.
    query: Query | None = None
    found: tuple[Found, ...] = ()

    @property
    def searched(self) -> list[Text]:
        """The shown texts in which a search looks."""
        terms = [*self.agencies, *self.groups]
        return [*self.names, *(text for term in terms for text in term.texts[:1])]


def row(document: Mapping[str, Any], query: Query | None = None) -> Row:
    """One row; with a query also where it was found, as far as the row does not show it."""
    shown = row_entry(document)
    said = Row(
        id=document["id"],
        edition=document["edition"],
        names=both(document["name"]),
        kind=label(Kind, document["kind"]),
        dates=date_words(document["dates"]["edtf"]),
        agencies=[named(agency) for agency in document["agencies"]],
        groups=linked_groups(document),
        flags=[label(Flag, flag) for flag in document["flags"]],
        disputed=bool(document["disputed"]),
        figure=in_full(shown, document["vocabulary"]) if shown else _("No figure recorded yet."),
        is_arrest=bool(shown and shown["measure"] in ARRESTS),
    )
    if query is None:
        return said
    found = found_elsewhere(document, said.searched, query)
    return replace(said, query=query, found=found)


def row_entry(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The figure that stands for the operation, as the document writes it."""
    shown = figures.row_figure(claims(dict(document)))
    if shown is None:
        return None
    found: Mapping[str, Any] = next(e for e in document["figures"] if e["id"] == shown.id)
    return found


def linked_groups(
    document: Mapping[str, Any], said: Callable[[str], str] = lambda attribution: ""
) -> list[Named]:
    """Groups that sources link to the operation: a reported link, never membership."""
    return [named(group, said(group["attribution"])) for group in document["groups"]]
