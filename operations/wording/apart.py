"""Figures of one measure that count something else: what differs is said, no conflict is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from operations.codes import Currency, Measure, Scope

from .arrests import ARRESTS
from .codes import label
from .figure import in_full, place_words
from .language import date_words
from .naming import Entry, Vocabulary
from .people import singled_out


@dataclass(frozen=True)
class Apart:
    """Another quantity: its figure, and each difference as “heading: this, not that”."""

    id: str
    words: str
    differs: tuple[str, ...]


def apart(entry: Entry, others: Mapping[str, Entry], vocabulary: Vocabulary) -> Iterator[Apart]:
    """What stands for other quantities of the same measure, with what sets each apart."""
    for other in others.values():
        if other["id"] != entry["id"] and are_mistaken(entry["measure"], other["measure"]):
            differs = tuple(differences(entry, other, vocabulary))
            if differs:
                yield Apart(other["id"], in_full(other, vocabulary), differs)


def are_mistaken(one: str, other: str) -> bool:
    """Whether figures of the two measures are taken for each other; “other” is no measure."""
    return (one == other and one != Measure.OTHER) or {one, other} <= set(ARRESTS)


def differences(entry: Entry, other: Entry, vocabulary: Vocabulary) -> Iterator[str]:
    here, there = described(entry, vocabulary), described(other, vocabulary)
    for heading, words in there.items():
        if words != here[heading]:
            yield _("%(heading)s: %(there)s, not %(here)s") % {
                "heading": heading,
                "there": words,
                "here": here[heading],
            }


def described(entry: Entry, vocabulary: Vocabulary) -> dict[str, str]:
    """All that makes a quantity what it is, by heading."""
    people = singled_out(entry, vocabulary)
    covers = [str(code) for code in entry["covers"]]
    return {
        _("what is counted"): label(Measure, entry["measure"]),
        _("scope"): label(Scope, entry["scope"]),
        _("counted in"): place_words(entry["counted_in"], vocabulary),
        _("who is counted"): _("; ").join(people) or _("everybody"),
        _("period"): date_words(entry["period"]) if entry["period"] else _("none"),
        _("currency"): label(Currency, entry["currency"]) or _("none"),
        _("operations counted"): _("this one and %(others)s") % {"others": _(", ").join(covers)}
        if covers
        else _("this one"),
    }
