"""A figure in words: never a bare number.

“6,400 arrested — all offences, Hong Kong only”; “at least 250 arrested — vice offences, Hong
Kong and Guangdong together”; “charged: not stated by any source read — …”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import SINGULAR, Measure, ReportingStatus, Scope, Unit, ValueType

from .codes import label
from .language import date_words
from .naming import Vocabulary, term_name
from .numbers import amount
from .people import singled_out

# “600,000 Hong Kong dollars cash seized” is no English: these are named before the amount.
NAMED_FIRST = (Unit.MONEY, Unit.GRAM, Unit.OTHER)
# Of these, a sentence that leaves it out would mislead.
SAID_STATUSES = (ReportingStatus.INTERIM, ReportingStatus.CUMULATIVE)


def in_full(entry: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """The whole claim in one line."""
    what, where = counted(entry, vocabulary), scope_and_place(entry, vocabulary)
    line = _("%(counted)s — %(where)s") % {"counted": what, "where": where}
    return _("; ").join([line, *provisos(entry)])


def counted(entry: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """How many of what, and of whom when somebody is singled out."""
    return with_people(how_many(entry), entry, vocabulary)


def what_words(entry: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """What is counted without the number: “arrested (women or girls)”."""
    return with_people(measure_words(entry), entry, vocabulary)


def with_people(what: str, entry: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    people = singled_out(entry, vocabulary)
    if not people:
        return what
    return _("%(counted)s (%(people)s)") % {"counted": what, "people": _("; ").join(people)}


def number_words(entry: Mapping[str, Any]) -> str:
    """The number alone, with its qualifier and unit; or which kind of nothing there is."""
    has_number = entry["value_type"] == ValueType.VALUE
    return amount(entry) if has_number else nothing_words(entry["value_type"])


def how_many(entry: Mapping[str, Any]) -> str:
    measure = measure_words(entry)
    if entry["value_type"] != ValueType.VALUE:
        nothing = nothing_words(entry["value_type"])
        return _("%(measure)s: %(nothing)s") % {"measure": measure, "nothing": nothing}
    words = {"measure": measure, "amount": amount(entry)}
    if entry["unit"] in NAMED_FIRST:
        return _("%(measure)s: %(amount)s") % words
    return _("%(amount)s %(measure)s") % words


def measure_words(entry: Mapping[str, Any]) -> str:
    """What is counted: “victims identified”, or “victim identified” beside the number 1."""
    measure = entry["measure"]
    if entry["value_type"] == ValueType.VALUE and entry["value"] == 1 and measure in SINGULAR:
        return str(SINGULAR[measure])
    return label(Measure, measure)


def nothing_words(value_type: str) -> str:
    """Why there is no number. Zero is a number and is not among them."""
    spoken = {
        ValueType.NOT_STATED: _("not stated by any source read"),
        ValueType.VERBAL_ONLY: _("stated in words only"),
        ValueType.SUPPRESSED: _("suppressed to protect people"),
    }
    return str(spoken.get(ValueType(value_type), value_type))


def scope_and_place(entry: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """“all offences, Hong Kong only”; premises, officers and money have no offence scope."""
    place = place_words(entry["counted_in"], vocabulary)
    scope = scope_words(entry)
    return _("%(scope)s, %(place)s") % {"scope": scope, "place": place} if scope else place


def scope_words(entry: Mapping[str, Any]) -> str:
    """“all offences”; empty for premises, officers and money."""
    return "" if entry["scope"] == Scope.NOT_APPLICABLE else label(Scope, entry["scope"])


def place_words(code: str, vocabulary: Vocabulary) -> str:
    name = {"place": term_name(vocabulary, "place", code)}
    return _("%(place)s together") % name if "+" in code else _("%(place)s only") % name


def provisos(entry: Mapping[str, Any]) -> Iterator[str]:
    """What else has to be said in the same breath."""
    if entry["period"]:
        yield date_words(entry["period"])
    if entry["reporting_status"] in SAID_STATUSES:
        yield label(ReportingStatus, entry["reporting_status"])
    if entry["derived"]:
        yield _("added up by this project")
