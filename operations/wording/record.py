"""A whole document in words: what the page of an operation shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import (
    AgencyRole,
    Attribution,
    Flag,
    Kind,
    LinkKind,
    Relevance,
    Status,
)

from .codes import label
from .earlier import Earlier, Past
from .figure import in_full
from .headline import Headline, headline
from .language import Text, both, date_words, pick
from .ledger import Ledger
from .line import Claim
from .naming import Named, named
from .row import linked_groups
from .source import SourceLine


@dataclass(frozen=True)
class Record:
    """A document in words. ``health`` gives the health of each source by its id, ``past`` the
    editions before it."""

    document: Mapping[str, Any]
    health: Mapping[str, Any]
    past: tuple[Past, ...] = ()

    @property
    def id(self) -> str:
        return str(self.document["id"])

    @property
    def names(self) -> list[Text]:
        return both(self.document["name"])

    @property
    def name(self) -> Text:
        return pick(self.document["name"])

    @property
    def aliases(self) -> list[str]:
        return list(self.document["aliases"])

    @property
    def summary(self) -> Text:
        return pick(self.document["summary"])

    @property
    def kind(self) -> str:
        return label(Kind, self.document["kind"])

    @property
    def status(self) -> str:
        return label(Status, self.document["status"])

    @property
    def flags(self) -> list[str]:
        return [label(Flag, flag) for flag in self.document["flags"]]

    @property
    def dates(self) -> str:
        return date_words(self.document["dates"]["edtf"])

    @property
    def dates_are_worked_out(self) -> bool:
        return bool(self.document["dates"]["derived"])

    @property
    def dates_note(self) -> Text:
        return pick(self.document["dates"]["note"])

    @property
    def series(self) -> Named | None:
        series = self.document["series"]
        return named(series) if series else None

    @property
    def agencies(self) -> list[Named]:
        return [
            named(agency, label(AgencyRole, agency["role"])) for agency in self.document["agencies"]
        ]

    @property
    def groups(self) -> list[Named]:
        return linked_groups(self.document, lambda code: label(Attribution, code))

    @property
    def places(self) -> list[Named]:
        return [named(place) for place in self.document["places"]]

    @property
    def offences(self) -> list[Named]:
        return [
            named(offence, label(Relevance, offence["relevance"]))
            for offence in self.document["offences"]
        ]

    @property
    def methods(self) -> list[Named]:
        return [named(method) for method in self.document["methods"]]

    @property
    def routes(self) -> list[tuple[Named, Named]]:
        return [(named(route["from"]), named(route["to"])) for route in self.document["routes"]]

    @property
    def links(self) -> list[tuple[str, str]]:
        """Pairs of what an outside page is and its address."""
        return [(label(LinkKind, link["kind"]), link["url"]) for link in self.document["links"]]

    @cached_property
    def sources(self) -> dict[str, SourceLine]:
        return {
            entry["id"]: SourceLine(entry, self.health.get(entry["id"]))
            for entry in self.document["sources"]
        }

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.document, self.sources, self.past)

    @cached_property
    def claims(self) -> list[Claim]:
        return self.ledger.claims()

    @cached_property
    def headline(self) -> Headline | None:
        """The figure that stands for the operation; None when nothing leads."""
        return headline(self.document, self.claims)

    @property
    def claims_by_place(self) -> list[tuple[str, list[Claim]]]:
        """The claims that have a figure, by where their people were counted."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            if claim.leader:
                found.setdefault(claim.leader.place, []).append(claim)
        return list(found.items())

    @cached_property
    def no_longer_stated(self) -> list[Earlier]:
        """Figures of earlier editions that nothing stands for today."""
        return self.ledger.no_longer_stated()

    @property
    def has_arrests(self) -> bool:
        return any(line.is_arrest for claim in self.claims for line in claim.lines)

    @property
    def disputes(self) -> list[tuple[str, Text]]:
        """Each contradiction in one line, and the editor's note on it."""
        return [
            (self.contradiction(dispute["figures"]), pick(dispute["note"]))
            for dispute in self.document["disputed"]
        ]

    def contradiction(self, figures: list[str]) -> str:
        return _("These do not agree: %(figures)s.") % {
            "figures": _(" against ").join(self.attributed(figures))
        }

    def attributed(self, figures: list[str]) -> Iterator[str]:
        for entry in self.document["figures"]:
            if entry["id"] in figures:
                publishers = [
                    str(self.sources[citation["source"]].entry["publisher"])
                    for citation in entry["citations"]
                ]
                yield _("%(figure)s (%(publishers)s)") % {
                    "figure": in_full(entry, self.document["vocabulary"]),
                    "publishers": _(", ").join(dict.fromkeys(publishers)),
                }


def record(
    document: Mapping[str, Any],
    health: Mapping[str, Any] | None = None,
    past: Iterable[Past] = (),
) -> Record:
    """Read a document; ``health`` is what stands beside it and changes without it."""
    return Record(document, health or {}, tuple(past))
