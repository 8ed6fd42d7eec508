"""What a request asks to be cited, for the page and the files alike."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from operations.exports.standing import current, numbered
from operations.filters import known_only, select
from operations.problems import Invalid, InvalidQuery
from operations.totals import ask

from .citation import Citation
from .editions import cite_edition, cite_figure
from .lists import cite_list
from .totals import cite_total


def of_edition(query: QueryDict, code: str, number: int | None = None) -> Citation:
    """An edition, the current one without ``number``; or the ``figure`` of it that is named."""
    known_only(query, ("figure",))
    edition = current(code) if number is None else numbered(code, number)
    given = query.getlist("figure")
    if not given:
        return cite_edition(edition)
    found = cite_figure(edition, given[0]) if len(given) == 1 else None
    if found is None:
        expected = _("the id of one figure of this edition")
        raise InvalidQuery([Invalid("figure", ", ".join(given), expected)])
    return found


def of_list(query: QueryDict) -> Citation:
    return cite_list(select(query, also=("page",)))


def of_total(query: QueryDict) -> Citation:
    """The total that the query asks for; it has to name a measure."""
    return cite_total(ask(query))
