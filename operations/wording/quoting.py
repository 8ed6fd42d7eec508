"""Whether and how a figure may be quoted: one sentence beside it, to be copied as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from operations.codes import DERIVED, Confidence, Measure, RankReason, Scope, ValueType

from .codes import label
from .figure import in_full, place_words, provisos
from .language import date_words
from .naming import Entry, Vocabulary
from .numbers import amount
from .people import singled_out
from .source import Cited

NOT_ARRESTED = gettext_lazy("arrested")
# What each measure is taken for and is not.
MISTAKEN_FOR: dict[str, str | Promise] = {
    Measure.PERSONS_ARRESTED: gettext_lazy("convicted"),
    Measure.PERSONS_ARRESTED_OR_TAKEN_IN: NOT_ARRESTED,
    Measure.PERSONS_TAKEN_TO_STATION: NOT_ARRESTED,
    Measure.PERSONS_INTERCEPTED: NOT_ARRESTED,
    Measure.PERSONS_SUSPECTED: NOT_ARRESTED,
    Measure.IDENTITY_CHECKS: NOT_ARRESTED,
    Measure.PERSONS_REFERRED: gettext_lazy("prosecuted"),
    Measure.PERSONS_CHARGED: gettext_lazy("convicted"),
    Measure.PERSONS_PROSECUTED: gettext_lazy("convicted"),
    Measure.PERSONS_SCREENED: gettext_lazy("victims"),
    Measure.VICTIMS_PRESUMED: gettext_lazy("victims identified"),
    Measure.ASSETS_FROZEN: gettext_lazy("seized"),
    Measure.PROCEEDS_ESTIMATED: gettext_lazy("seized"),
    Measure.CASES_INVESTIGATED: gettext_lazy("people"),
    Measure.CASES_RECORDED: gettext_lazy("people"),
}
PENAL = frozenset(
    {
        Measure.PERSONS_ARRESTED,
        Measure.PERSONS_ARRESTED_OR_TAKEN_IN,
        Measure.PERSONS_CHARGED,
        Measure.PERSONS_PROSECUTED,
        Measure.PERSONS_CONVICTED,
        Measure.PERSONS_SENTENCED,
        Measure.PERSONS_IMPRISONED,
    }
)


def quote(
    entry: Entry,
    leader: Entry | None,
    vocabulary: Vocabulary,
    cited: Sequence[Cited],
    *,
    contested: bool,
) -> str:
    """What may be said with ``entry``; ``leader`` is the figure that leads for the same thing."""
    nothing = no_number(entry)
    if nothing:
        return nothing
    if entry["rank"] == "deprecated":
        reason = label(RankReason, entry["rank_reason"])
        return _("Do not quote it: ruled out (%(reason)s).") % {"reason": reason}
    if contested:
        return _("Quote it only beside the other: sources do not agree, and nothing settles it.")
    if leader is None:
        return _("Quote it only with the time that it speaks of: no figure leads.")
    if leader["id"] != entry["id"]:
        return superseded(entry, leader, vocabulary)
    return _("Say: %(say)s%(never)s.") % {
        "say": _("; ").join([said(entry, vocabulary), *cautions(entry, cited)]),
        "never": "".join(_("; not: %(words)s") % {"words": words} for words in never(entry)),
    }


def no_number(entry: Entry) -> str:
    return {
        ValueType.NOT_STATED: _("Do not quote a number: no source read states one."),
        ValueType.VERBAL_ONLY: _("Quote the source's words, not a number: there is none."),
        ValueType.SUPPRESSED: _("Quote no number: it is withheld to protect people."),
    }.get(entry["value_type"], "")


def superseded(entry: Entry, leader: Entry, vocabulary: Vocabulary) -> str:
    words = {"leader": in_full(leader, vocabulary), "figure": leader["id"]}
    if entry["reporting_status"] == "interim":
        day = date_words(entry["as_at"])
        return _("Quote it only as interim (%(day)s); today say: %(leader)s.") % {
            **words,
            "day": day,
        }
    return _("Quote instead: %(leader)s.") % words


def said(entry: Entry, vocabulary: Vocabulary) -> str:
    """The claim as a sentence that can stand in an article."""
    if entry["measure"] != Measure.PERSONS_ARRESTED:
        return in_full(entry, vocabulary)
    unstated = entry["scope"] == Scope.NOT_STATED
    people = _("; ").join(singled_out(entry, vocabulary))
    words: dict[str, Any] = {
        "amount": amount(entry),
        "scope": _("offences that are not stated") if unstated else label(Scope, entry["scope"]),
        "place": place_words(entry["counted_in"], vocabulary),
        "people": people,
    }
    # A range has no value, and is of several.
    count = 1 if entry["value"] == 1 else 2
    sentence = (
        ngettext(
            "%(amount)s person (%(people)s) was arrested for %(scope)s, %(place)s",
            "%(amount)s people (%(people)s) were arrested for %(scope)s, %(place)s",
            count,
        )
        if people
        else ngettext(
            "%(amount)s person was arrested for %(scope)s, %(place)s",
            "%(amount)s people were arrested for %(scope)s, %(place)s",
            count,
        )
    )
    return _("; ").join([sentence % words, *provisos(entry)])


def cautions(entry: Entry, cited: Sequence[Cited]) -> Iterator[str]:
    """What has to be said with it: whose word it is, and what it joins."""
    publishers = list(dict.fromkeys(str(one.source.entry["publisher"]) for one in cited))
    weak = all(one.source.entry["tier"] >= DERIVED for one in cited)
    if publishers and (weak or entry["confidence"] == Confidence.LOW):
        yield _("according to %(publishers)s alone") % {"publishers": _(", ").join(publishers)}
    if entry["covers"]:
        yield _("counted together with other operations")


def never(entry: Entry) -> Iterator[str]:
    """What the figure does not count, although it is often taken to."""
    if entry["measure"] in PENAL and entry["scope"] != Scope.SEX_TRAFFICKING:
        yield _("for sex trafficking")
    if entry["measure"] in MISTAKEN_FOR:
        yield str(MISTAKEN_FOR[entry["measure"]])
