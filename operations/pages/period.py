"""The quick search: its one choice of a period becomes the two dates that lists know."""

from __future__ import annotations

import re

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from operations.facets.years import decade_of
from operations.filters import known_only
from operations.filters.address import written
from operations.problems import Invalid, InvalidQuery

DECADE = re.compile(r"(1[89]|20)\d0s", re.ASCII)


def searched(query: QueryDict) -> str:
    """The list that the quick search asks for. Raises ``InvalidQuery``."""
    known_only(query, ("period", "q"))
    said = {"q": [value for value in query.getlist("q") if value]}
    periods = [value for value in query.getlist("period") if value]
    if periods:
        first, last = years_of(periods)
        said |= {"from": [str(first)], "to": [str(last)]}
    text = written(said)
    return f"{reverse('operations')}?{text}" if text else reverse("operations")


def years_of(periods: list[str]) -> tuple[int, int]:
    if len(periods) > 1 or not DECADE.fullmatch(periods[0]):
        expected = _("one decade, such as 2020s")
        raise InvalidQuery([Invalid("period", ", ".join(periods), expected)])
    return decade_of(int(periods[0].removesuffix("s")))
