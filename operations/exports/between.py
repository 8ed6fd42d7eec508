"""Two editions of one operation, the older first, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from operations.filters import known_only
from operations.models import Edition
from operations.problems import Invalid, InvalidQuery

from .standing import numbered

MOST_DIGITS = 9


@dataclass(frozen=True)
class Between:
    """Both editions can be read. ``steps`` are those after ``since``, up to ``until``."""

    since: Edition
    until: Edition
    steps: tuple[Edition, ...]

    @property
    def documents(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return self.since.content, self.until.content


def between(code: str, number: int, query: QueryDict) -> Between:
    """Edition ``number`` and an earlier one: ``since``, or else the last that can be read.

    Raises ``InvalidQuery`` for a pair that there is not, ``Http404`` where nothing is before it,
    and whatever ``numbered`` raises: an edition that was redacted is gone here too.
    """
    known_only(query, ("since",))
    until = numbered(code, number)
    since = numbered(code, since_number(until, query))
    after = Edition.objects.filter(code=code, number__gt=since.number, number__lte=number)
    steps = after.select_related("merged_into").defer("document").order_by("number")
    return Between(since, until, tuple(steps))


def since_number(until: Edition, query: QueryDict) -> int:
    given = query.getlist("since")
    if not given:
        return last_readable_before(until)
    earlier = Edition.objects.filter(code=until.code, number__lt=until.number)
    wanted = edition_number(given)
    if wanted is None or not earlier.filter(number=wanted).exists():
        expected = _("the number of one edition before edition %(number)s") % {
            "number": until.number
        }
        raise InvalidQuery([Invalid("since", ", ".join(given), expected)])
    return wanted


def last_readable_before(until: Edition) -> int:
    found = readable(until.code).filter(number__lt=until.number).order_by("-number")
    number = found.values_list("number", flat=True).first()
    if number is None:
        words = _("There is no edition before edition %(number)s that can be read.")
        raise Http404(words % {"number": until.number})
    return number


def readable(code: str) -> QuerySet[Edition]:
    """Editions with a text: neither tombstones nor redacted."""
    return Edition.objects.filter(code=code).exclude(document="")


def edition_number(given: list[str]) -> int | None:
    """The one number given; None for anything else."""
    text = given[0] if len(given) == 1 else ""
    usable = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if usable else None


def pair(query: QueryDict) -> tuple[int, int]:
    """Two different numbers, the smaller first, in whichever order they were chosen."""
    known_only(query, ("since", "until"))
    errors = []
    numbers = {name: edition_number(query.getlist(name)) for name in ("since", "until")}
    for name, number in numbers.items():
        if number is None:
            given = ", ".join(query.getlist(name))
            errors.append(Invalid(name, given, _("the number of one edition")))
    if not errors and numbers["since"] == numbers["until"]:
        expected = _("another edition than “since”")
        errors.append(Invalid("until", query.get("until", ""), expected))
    if errors:
        raise InvalidQuery(errors)
    first, last = sorted(number for number in numbers.values() if number is not None)
    return first, last
