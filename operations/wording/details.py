"""What is said of a figure beside its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from operations.codes import (
    BreakdownKind,
    Confidence,
    Measure,
    Rank,
    RankReason,
    ReportingStatus,
    Scope,
    Unit,
)
from operations.figures import Figure

from .codes import label
from .figure import place_words
from .language import date_words
from .naming import Entry, Vocabulary
from .numbers import digits
from .people import described, singled_out


def details(entry: Entry, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Pairs of a heading and words, for everything but the number and its sources."""
    people = [*singled_out(entry, vocabulary), *described(entry)]
    if people:
        yield _("Who is counted"), _("; ").join(people)
    elif entry["unit"] == Unit.PERSON:
        yield _("Who is counted"), _("nobody singled out")
    if entry["period"]:
        yield _("Period"), date_words(entry["period"])
    if entry["as_at"]:
        yield _("As at"), date_words(entry["as_at"])
    if entry["reporting_status"] != ReportingStatus.NOT_STATED:
        yield _("Reporting status"), label(ReportingStatus, entry["reporting_status"])
    if entry["rank"] != Rank.NORMAL:
        words = [label(Rank, entry["rank"]), label(RankReason, entry["rank_reason"])]
        yield _("An editor's ruling"), _(": ").join(filter(None, words))
    yield _("Confidence that the source says so"), label(Confidence, entry["confidence"])


def part_words(entry: Entry, whole: Entry, vocabulary: Vocabulary) -> str:
    """What a part counts, as far as its whole does not say the same."""
    said = singled_out(whole, vocabulary)
    words = [word for word in singled_out(entry, vocabulary) if word not in said]
    if entry["measure"] != whole["measure"]:
        words.insert(0, label(Measure, entry["measure"]))
    if entry["counted_in"] != whole["counted_in"]:
        words.append(place_words(entry["counted_in"], vocabulary))
    if entry["scope"] != whole["scope"]:
        words.append(label(Scope, entry["scope"]))
    return _("; ").join(words) or label(Measure, entry["measure"])


def spelt_sum(whole: Figure, parts: Sequence[Figure]) -> str:
    """“4,115 + 2,285 = 6,400” when exact parts of a partition add up to their exact whole."""
    adding = [part.exact_value for part in parts if part.breakdown == BreakdownKind.PARTITION]
    known = [value for value in adding if value is not None]
    if len(known) < len(parts) or sum(known) != whole.exact_value:
        return ""
    return f"{' + '.join(map(plain, known))} = {plain(sum(known, Decimal()))}"


def plain(value: Decimal) -> str:
    return digits(int(value) if value == value.to_integral_value() else float(value))
