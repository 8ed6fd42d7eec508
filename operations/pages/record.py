"""``/operations/<id>/`` and its editions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import wording
from operations.exports.past import past
from operations.exports.standing import current, numbered
from operations.models import Edition

from .answers import page
from .health import health_of
from .outcome_clock import outcome_clock
from .related import related


@page
def operation(request: HttpRequest, code: str) -> HttpResponse:
    """The current edition, with everything in it."""
    return shown(request, current(code), is_permanent=False)


@page
def edition(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One edition, for ever; it says whether it is the current one."""
    return shown(request, numbered(code, number), is_permanent=True)


def shown(request: HttpRequest, edition: Edition, *, is_permanent: bool) -> HttpResponse:
    return render(
        request, "operations/operation.html", {**whole(edition), "is_permanent": is_permanent}
    )


def whole(edition: Edition) -> dict[str, Any]:
    document = edition.content
    return {
        "edition": edition,
        "record": wording.record(document, health_of(document), past(edition)),
        "related": related(document),
        "clock": outcome_clock(document, timezone.localdate()),
    }


@page
def editions(request: HttpRequest, code: str) -> HttpResponse:
    """Every edition with its kind, date, reason and hash; tombstones and redacted ones too."""
    found = list(history(code))
    if not found:
        raise Http404(_("There is no such operation."))
    named = [edition for edition in found if edition.name_en or edition.name_zh_hant]
    context = {
        "code": code,
        "editions": found,
        "names": names(named[0]) if named else [],
        "current": found[0],
    }
    return render(request, "operations/editions.html", context)


def history(code: str) -> QuerySet[Edition]:
    """Newest first, without the texts."""
    editions = Edition.objects.filter(code=code).select_related("merged_into")
    return editions.defer("document", "search_text").order_by("-number")


def names(edition: Edition) -> list[wording.Text]:
    return wording.both({"en": edition.name_en, "zh-Hant": edition.name_zh_hant})
