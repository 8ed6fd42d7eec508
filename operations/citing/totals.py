"""Citing a total: what was added up, over which operations, and what was left out."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations import wording
from operations.codes import Measure
from operations.filters import conditions
from operations.totals import Asked, Sum
from operations.totals.names import names_of
from operations.totals.words import in_words, is_arrest, where, why_nothing
from operations.wording.numbers import digits

from .citation import Citation
from .state import State, said


def cite_total(asked: Asked) -> Citation:
    """The total that a query asks for, with the definition that it was added up by."""
    found = asked.total().sum
    places = names_of("place", [found.question.counted_in])
    state = State.of(asked.selection, asked.query)
    return Citation(
        key=state.key("total"),
        title=wording.in_each_language(lambda: title(found, places)),
        states=said(
            lambda: _("Arrested, not convicted.") if is_arrest(found) else "",
            lambda: why_nothing(found, places),
            lambda: over(asked),
            lambda: matching(found),
            state.caution,
        ),
        version=state.version,
        address=wording.in_each_language(lambda: state.address("totals")),
        issued=state.last,
    )


def title(found: Sum, places: dict[str | None, dict[str, str]]) -> str:
    """The sum in words, or what was asked where there is none."""
    if found.value is not None:
        return in_words(found, places)
    words = {
        "measure": wording.label(Measure, found.question.measure),
        "where": where(found.question, places),
    }
    return _("%(measure)s — %(where)s") % words


def over(asked: Asked) -> str:
    """Over which operations it was added up."""
    found = conditions(asked.selection)
    if not found:
        return _("Over all published operations.")
    words = {"conditions": _("; ").join(str(condition) for condition in found)}
    return _("Over operations with %(conditions)s.") % words


def matching(found: Sum) -> str:
    words = ngettext(
        "%(matching)s operation fits, %(counted)s counted, %(left_out)s left out.",
        "%(matching)s operations fit, %(counted)s counted, %(left_out)s left out.",
        found.matching,
    )
    return words % {
        "matching": digits(found.matching),
        "counted": digits(len(found.counted)),
        "left_out": digits(len(found.left_out)),
    }
