"""A total in words: never a bare number, and always why it is what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations import wording
from operations.codes import Currency, Measure, Qualifier, Scope, ValueType, unit_of
from operations.document.skeleton import number
from operations.wording.arrests import ARRESTS
from operations.wording.figure import how_many
from operations.wording.numbers import digits

from .model import Question
from .reasons import By, Reason
from .result import LeftOut, Sum, Total

# Names in both languages by the code of a place.
Places = Mapping[str | None, Mapping[str, str]]


def in_words(found: Sum, places: Places) -> str:
    """“at least 4,852 arrested — all offences, Hong Kong only, in 3 operations”."""
    if found.value is None:
        return ""
    size = len(found.counted)
    words = {
        "counted": amount_in_words(found),
        "where": where(found.question, places),
        "size": digits(size),
    }
    line = ngettext(
        "%(counted)s — %(where)s, in %(size)s operation",
        "%(counted)s — %(where)s, in %(size)s operations",
        size,
    )
    return line % words


def amount_and_where(found: Sum, places: Places) -> str:
    """“at least 4,852 arrested — all offences, Hong Kong only”; empty when nothing was counted."""
    if found.value is None:
        return ""
    words = {"counted": amount_in_words(found), "where": where(found.question, places)}
    return _("%(counted)s — %(where)s") % words


def amount_in_words(found: Sum) -> str:
    """“at least 4,852 arrested”; empty when nothing was counted."""
    if found.value is None:
        return ""
    entry = {
        "measure": found.question.measure,
        "unit": unit_of(found.question.measure),
        "value_type": ValueType.VALUE,
        "value": number(found.value),
        "currency": found.currency or None,
        "qualifier": Qualifier.AT_LEAST if found.lower_bound else Qualifier.EXACT,
    }
    return how_many(entry)


def where(question: Question, places: Places) -> str:
    """“all offences, Hong Kong only”."""
    place = {code: {"name": names} for code, names in places.items() if code}
    entry = {"scope": question.scope, "counted_in": question.counted_in}
    return wording.scope_and_place(entry, {"place": place})


def is_arrest(found: Sum) -> bool:
    """Whether “arrested, not convicted” has to stand beside it."""
    return found.value is not None and found.question.measure in ARRESTS


def why_nothing(found: Sum, places: Places) -> str:
    """Why there is no total; empty when there is one."""
    if found.value is not None:
        return ""
    measure = wording.label(Measure, found.question.measure)
    if not found.matching:
        return _("There is no total, because no published operation fits.")
    if not found.question.can_be_added:
        return _(
            "There is no total: numbers of “%(measure)s” of this scope are never added up, because "
            "the same could be counted twice or be different things in different operations."
        ) % {"measure": measure}
    words = {"measure": measure, "where": where(found.question, places)}
    return (
        _(
            "There is no total: no operation states “%(measure)s” (%(where)s) as a number that may "
            "be counted. That is not zero."
        )
        % words
    )


def why_at_least(found: Sum) -> Iterator[str]:
    """Why the true number may be higher, a sentence for each reason."""
    missing = sum(one.reason != Reason.INSIDE for one in found.left_out)
    if missing:
        yield ngettext(
            "%(number)s operation that fits is left out, for the reason given beside it.",
            "%(number)s operations that fit are left out, for the reasons given beside them.",
            missing,
        ) % {"number": digits(missing)}
    inexact = sum(not one.exact for one in found.counted)
    if inexact:
        yield ngettext(
            "%(number)s number counted is not exact in its source.",
            "%(number)s numbers counted are not exact in their sources.",
            inexact,
        ) % {"number": digits(inexact)}


def instead(one: LeftOut, places: Places) -> str:
    """The scope, currency or place that an operation states instead; empty for other reasons."""
    if one.reason != Reason.OTHER_SCOPE or not one.other:
        return ""
    for choices in (Scope, Currency):
        if one.other in choices.values:
            return wording.label(choices, one.other)
    return str(wording.pick(places.get(one.other, {}))) or one.other


def rows_note(total: Total) -> str:
    """Why the rows do not add up to the total; empty when they do."""
    if total.rows_add_up:
        return ""
    if total.by == By.SCOPE:
        return _(
            "The rows do not add up: each scope is a different quantity, and the same people can "
            "be counted in several."
        )
    return _(
        "These rows overlap and do not add up to the total: an operation can stand in several "
        "rows, and operations in different rows can lie inside each other or overlap."
    )


def places_named(found: Sum) -> set[str]:
    """Codes of places that the words of a total can name."""
    others = {one.other for one in found.left_out if one.reason == Reason.OTHER_SCOPE}
    return {found.question.counted_in, *(code for code in others if code)}
