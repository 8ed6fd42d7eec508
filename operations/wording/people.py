"""Who is counted, in words; always a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import AgeGroup, Nationality, Residency, Role, Sex

from .codes import label
from .naming import Vocabulary, term_name

SINGLED_OUT = (
    ("role", Role),
    ("sex", Sex),
    ("age_group", AgeGroup),
    ("residency", Residency),
    ("nationality", Nationality),
)


def singled_out(entry: Mapping[str, Any], vocabulary: Vocabulary) -> list[str]:
    """What makes the people counted a part of everybody; empty when nobody is singled out."""
    who = entry["who"]
    people = [label(choices, who[key]) for key, choices in SINGLED_OUT if who[key]]
    offence = [term_name(vocabulary, "offence", entry["offence"])] if entry["offence"] else []
    return people + offence


def described(entry: Mapping[str, Any]) -> Iterator[str]:
    """Ages and a description, which the record gives in its own words: they single nobody out."""
    who = entry["who"]
    first, last = who["age_from"], who["age_to"]
    if first is not None and last is not None:
        yield _("aged %(first)s to %(last)s") % {"first": first, "last": last}
    elif first is not None:
        yield _("aged %(first)s and over") % {"first": first}
    elif last is not None:
        yield _("aged up to %(last)s") % {"last": last}
    if who["source_term"]:
        yield _("described here as: %(word)s") % {"word": who["source_term"]}
