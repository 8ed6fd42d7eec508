"""The figure that stands for an operation: what it counts, what it does not, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import OFFICIAL, Measure, Scope, ValueType

from .codes import label
from .figure import provisos, scope_and_place
from .language import pick
from .line import Claim, Line
from .naming import Entry
from .people import described
from .quoting import MISTAKEN_FOR, PENAL
from .row import row_entry
from .source import Cited


@dataclass(frozen=True)
class Headline:
    """The leading figure of ``claim``; ``counts`` and ``not_counted`` are what it is of."""

    claim: Claim
    line: Line
    counts: str
    not_counted: tuple[str, ...]

    @property
    def citations(self) -> list[Cited]:
        """The best sources first."""
        return self.line.by_tier

    @property
    def more(self) -> int:
        """How many sources stand behind the two shown."""
        return max(len(self.line.citations) - 2, 0)

    @property
    def is_official(self) -> bool:
        """Whether an official source is among those cited."""
        return any(cited.source.entry["tier"] == OFFICIAL for cited in self.line.citations)


def headline(document: Mapping[str, Any], claims: Iterable[Claim]) -> Headline | None:
    """The figure that a list row shows, taken apart; None without one."""
    entry = row_entry(document)
    if entry is None:
        return None
    leading = {claim.leader.id: claim for claim in claims if claim.leader}
    claim = leading[entry["id"]]
    return Headline(
        claim=claim,
        line=claim.lines[0],
        counts=counts(entry, document),
        not_counted=tuple(not_counted(entry, document)),
    )


def counts(entry: Entry, document: Mapping[str, Any]) -> str:
    """“people arrested for all offences, Hong Kong only; aged 10 to 85”."""
    where = scope_and_place(entry, document["vocabulary"])
    if entry["measure"] == Measure.PERSONS_ARRESTED and entry["scope"] != Scope.NOT_STATED:
        where = _("people arrested for %(where)s") % {"where": where}
    return _("; ").join([where, *described(entry), *provisos(entry)])


def not_counted(entry: Entry, document: Mapping[str, Any]) -> Iterator[str]:
    """What readers may take the number for, a sentence each."""
    if entry["measure"] in PENAL and entry["scope"] != Scope.SEX_TRAFFICKING:
        yield no_trafficking(entry, document)
    if entry["measure"] == Measure.PERSONS_ARRESTED:
        yield _("Convictions: arrested does not mean guilty.")
    elif entry["measure"] in MISTAKEN_FOR:
        taken_for = {"words": MISTAKEN_FOR[entry["measure"]]}
        yield _("It is not to be read as “%(words)s”.") % taken_for
    elsewhere = _(", ").join(places_elsewhere(entry, document))
    if elsewhere:
        yield _("Other places that took part: %(places)s.") % {"places": elsewhere}


def no_trafficking(entry: Entry, document: Mapping[str, Any]) -> str:
    """Why it is no figure of trafficking; “nobody states it” and “nobody looked” stay apart."""
    if entry["scope"] == Scope.NOT_STATED:
        return _("Sex trafficking, as far as is known: the source does not say for which offences.")
    if entry["scope"] != Scope.ALL_OFFENCES:
        scope = {"scope": label(Scope, entry["scope"])}
        return _("Sex trafficking: a count for %(scope)s is not a count of trafficking.") % scope
    of_trafficking = [
        other["value_type"]
        for other in document["figures"]
        if other["scope"] == Scope.SEX_TRAFFICKING and other["measure"] == entry["measure"]
    ]
    if ValueType.VALUE in of_trafficking:
        return _(
            "Sex trafficking: offences of every kind are counted; trafficking is counted apart."
        )
    if of_trafficking:
        return _(
            "Sex trafficking: offences of every kind are counted, and no source read states how "
            "many of them concern trafficking."
        )
    return _(
        "Sex trafficking: offences of every kind are counted, and this record holds no number for "
        "trafficking alone."
    )


def places_elsewhere(entry: Entry, document: Mapping[str, Any]) -> Iterator[str]:
    """Names of places of the operation that lie outside where the figure was counted."""
    known = document["vocabulary"].get("place", {})
    counted = set(entry["counted_in"].split("+"))
    around = counted.union(*(known[code]["broader"] for code in counted if code in known))
    for place in document["places"]:
        code = place["id"]
        within = {code, *known.get(code, {}).get("broader", ())}
        if "+" not in code and code not in around and not within & counted:
            yield str(pick(place["name"]))
