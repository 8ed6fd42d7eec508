"""What each parameter does, its default and its unit: for forms, and for programs."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TERM = _("Operations that name this term or a narrower one; “not_stated”: those that name none.")

MEANINGS: dict[str, str | Promise] = {
    "q": _("Words to look for: names, places, agencies and groups, in English or Chinese."),
    "from": _(
        "Operations still going on that day or later: 2023-06-12, 2023-06 or 2023. Those without a"
        " date are left out unless “undated” says “include”."
    ),
    "to": _(
        "Operations begun that day or earlier: 2023-06-12, 2023-06 or 2023. Those without a date"
        " are left out unless “undated” says “include”."
    ),
    "dates": _(
        "Whether “from”, “to” and “year” find operations that overlap the period (overlap, the"
        " default) or only those that lie wholly in it (within)."
    ),
    "undated": _(
        "Operations without a date: there (include), left out (exclude) or nothing else (only)."
        " Unless given they are left out beside “from”, “to” or “year”, and there otherwise."
    ),
    "year": _(
        "Operations going on in that year. Those without a date are left out unless “undated” says"
        " “include”."
    ),
    "series": TERM,
    "agency": TERM,
    "group": TERM,
    "offence": TERM,
    "place": TERM,
    "relevance": _("Operations with an alleged offence that relates to trafficking in this way."),
    "flag": _("Operations that carry this warning; “not_stated”: those that carry none."),
    "source": _("Operations that cite this source; its id is in its address."),
    "kind": _("Operations of this kind."),
    "status": _("Operations with this status."),
    "measure": _(
        "Operations with a leading figure of this measure. Scope, place and numbers speak of the"
        " same figure. It chooses operations, not rows of figures."
    ),
    "scope": _("Operations with a leading figure for this scope of offences."),
    "counted_in": _("Operations with a leading figure counted in just this place."),
    "min": _(
        "The least that the figure may state, in the unit of the measure; money in the currency"
        " that each source gives, never converted. Needs a measure. “At most” never passes."
    ),
    "max": _(
        "The most that the figure may state, in the unit of the measure; money in the currency"
        " that each source gives, never converted. Needs a measure. “At least” never passes."
    ),
    "stated": _("Whether a source states the figure, in a number or in words."),
    "disputed": _("Whether figures of the operation contradict each other."),
    "as_of": _(
        "The record as it stood at the end of that day, at a time such as 2023-06-12T08:30:00Z, or"
        " in the release of that name. Not together with a search."
    ),
    "sort": _("The order. Operations without a date come last in those by date."),
}
