"""Numbered pages: a page number that is none is an error, one too high is not found."""

from __future__ import annotations

from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from operations.problems import Invalid, InvalidQuery

PAGE_SIZE = 25
MOST_DIGITS = 9


def paged(items: QuerySet[Any], query: QueryDict, size: int = PAGE_SIZE) -> Page[Any]:
    """The page that ``page`` asks for. Raises ``InvalidQuery`` or ``Http404``."""
    try:
        return Paginator(items, size).page(page_number(query))
    except EmptyPage as error:
        raise Http404(_("There is no such page.")) from error


def page_number(query: QueryDict) -> int:
    given = [value for value in query.getlist("page") if value]
    if not given:
        return 1
    text = given[0]
    usable = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and int(text) > 0
    if len(given) > 1 or not usable:
        expected = _("one page number, such as 2")
        raise InvalidQuery([Invalid("page", ", ".join(given), expected)])
    return int(text)
