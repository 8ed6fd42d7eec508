"""Every figure of a document in its place: claims, their rivals, and parts under their whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from operations import figures
from operations.codes import BreakdownKind
from operations.document import claims

from .apart import Apart, apart
from .codes import label
from .details import details, part_words, spelt_sum
from .earlier import Earlier, Past, earlier
from .figure import how_many, in_full, number_words, place_words, scope_words, what_words
from .line import Claim, Line, Split
from .naming import Entry
from .people import described
from .quoting import quote
from .sets import set_name
from .source import Cited, SourceLine
from .why import reason, why, why_not


class Ledger:
    """A document's figures, looked up by id, by key and by whole; ``past`` are its editions."""

    def __init__(
        self,
        document: Mapping[str, Any],
        sources: Mapping[str, SourceLine],
        past: Iterable[Past] = (),
    ) -> None:
        self.document = document
        self.gone = list(earlier(past, document))
        self.vocabulary = document["vocabulary"]
        self.sources = sources
        self.entries: dict[str, Entry] = {entry["id"]: entry for entry in document["figures"]}

    @cached_property
    def facts(self) -> dict[str, figures.Figure]:
        return {fact.id: fact for fact in claims(dict(self.document))}

    @cached_property
    def leaders(self) -> Mapping[figures.ClaimKey, figures.Figure]:
        return figures.headlines(self.facts.values())

    @cached_property
    def contested(self) -> set[str]:
        return {figure for dispute in self.document["disputed"] for figure in dispute["figures"]}

    def claims(self) -> list[Claim]:
        """The figure of a list row first, then in the order of ids."""
        shown = figures.row_figure(self.facts.values())
        first = figures.claim_key(shown) if shown else None
        groups = figures.by_key(fact for fact in self.facts.values() if self.is_top(fact))
        ordered = sorted(groups.items(), key=lambda group: group[0] != first)
        return [self.claim(rivals) for _key, rivals in ordered]

    def is_top(self, fact: figures.Figure) -> bool:
        """A whole; or a part whose whole is not there, which must not vanish."""
        return fact.part_of not in self.entries

    def claim(self, rivals: list[figures.Figure]) -> Claim:
        ordered = sorted(rivals, key=lambda fact: not self.entries[fact.id]["headline"])
        ids = {fact.id for fact in rivals}
        return Claim(
            lines=tuple(self.line(fact) for fact in ordered),
            why=self.why_it_leads(ordered),
            disputed=any(fact.id in self.contested for fact in rivals),
            apart=tuple(self.apart(ordered[0])),
            earlier=tuple(gone for gone in self.gone if self.top(gone) in ids),
        )

    def apart(self, leader: figures.Figure) -> Iterable[Apart]:
        """Quantities of other keys that are taken for this one."""
        known = leader.id in self.quantities
        return apart(self.entries[leader.id], self.quantities, self.vocabulary) if known else ()

    @cached_property
    def quantities(self) -> dict[str, Entry]:
        """One figure for each whole quantity: the one that leads, or a joint count."""
        tops = {fact.id: fact for fact in self.facts.values() if self.is_top(fact)}
        return {
            code: self.entries[code]
            for code, fact in tops.items()
            if self.entries[code]["headline"] or self.gives_way_to(fact)
        }

    def gives_way_to(self, fact: figures.Figure) -> figures.Figure | None:
        """The operation's own count, where this one counts other operations as well."""
        if not fact.covers or fact.is_deprecated:
            return None
        return self.leaders.get(figures.claim_key(fact)._replace(covers=""))

    def top(self, gone: Earlier) -> str:
        """The figure under which a past statement is told: its own id, or its whole's."""
        entry = self.entries.get(gone.id, gone.entry)
        whole = entry["part_of"]
        return str(whole) if whole in self.entries else gone.id

    def no_longer_stated(self) -> list[Earlier]:
        """Past statements that no claim of today takes in."""
        return [gone for gone in self.gone if self.top(gone) not in self.entries]

    def why_it_leads(self, ordered: list[figures.Figure]) -> str:
        leader, *others = ordered
        if not self.entries[leader.id]["headline"]:
            return self.why_none_leads(leader)
        if not others:
            return ""
        reasons = dict.fromkeys(why(reason(other, leader)) for other in others)
        return _("It leads because %(reasons)s.") % {"reasons": _("; ").join(reasons)}

    def why_none_leads(self, fact: figures.Figure) -> str:
        own = self.gives_way_to(fact)
        if own is not None:
            words = {"figure": own.id}
            return (
                _("It counts other operations too; the operation's own count: %(figure)s.") % words
            )
        leader = self.leaders.get(figures.claim_key(fact))
        if leader is None:
            return _("No figure leads: each is ruled out or cumulative.")
        words = {"figure": leader.id}
        return _("Another figure for the same thing leads: %(figure)s.") % words

    def line(self, fact: figures.Figure) -> Line:
        entry = self.entries[fact.id]
        whole = self.entries.get(fact.part_of or "", entry)
        return Line(
            entry=entry,
            words=in_full(entry, self.vocabulary),
            part_words=part_words(entry, whole, self.vocabulary),
            described=_("; ").join(described(entry)),
            amount=how_many(entry),
            number=number_words(entry),
            what=what_words(entry, self.vocabulary),
            scope=scope_words(entry),
            place=place_words(entry["counted_in"], self.vocabulary),
            details=tuple(details(entry, self.vocabulary)),
            citations=tuple(self.citations(entry)),
            why_not=self.why_it_does_not_lead(fact),
            splits=tuple(self.splits(fact)),
            quote="" if not self.is_top(fact) else self.quote(fact),
        )

    def quote(self, fact: figures.Figure) -> str:
        leader = self.leaders.get(figures.claim_key(fact))
        entry = self.entries[fact.id]
        if self.gives_way_to(fact) is not None:
            leader = fact
        return quote(
            entry,
            self.entries[leader.id] if leader else None,
            self.vocabulary,
            self.citations(entry),
            contested=fact.id in self.contested,
        )

    def why_it_does_not_lead(self, fact: figures.Figure) -> str:
        leader = self.leaders.get(figures.claim_key(fact))
        # A part that its key cannot tell from its whole is no rival of the whole.
        if leader is None or leader.id in (fact.id, fact.part_of):
            return ""
        return why_not(reason(fact, leader))

    def splits(self, whole: figures.Figure) -> list[Split]:
        parts: dict[str, list[figures.Figure]] = {}
        for fact in self.facts.values():
            if fact.part_of == whole.id and fact.id != whole.id:
                parts.setdefault(fact.breakdown_set, []).append(fact)
        # Who was arrested comes first: most are not organisers.
        by_role_first = sorted(parts, key=lambda name: not any(part.role for part in parts[name]))
        return [self.split(whole, name, parts[name]) for name in by_role_first]

    def split(self, whole: figures.Figure, name: str, parts: list[figures.Figure]) -> Split:
        kinds = dict.fromkeys(label(BreakdownKind, part.breakdown) for part in parts)
        return Split(
            name=set_name(name),
            kind=_("; ").join(kinds),
            lines=tuple(self.line(part) for part in parts),
            total=spelt_sum(whole, parts),
        )

    def citations(self, entry: Entry) -> list[Cited]:
        return [Cited(self.sources[one["source"]], one["locator"]) for one in entry["citations"]]
