"""``/operations/<id>/`` and its editions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from operations import wording
from operations.citing import cite_edition
from operations.exports.past import past
from operations.exports.standing import numbered
from operations.exports.structured import event
from operations.exports.then import asked_moment, later, standing
from operations.filters import known_only
from operations.models import Edition
from operations.totals import outcome_clock

from .answers import page
from .citing import offer
from .health import health_of
from .negotiated import JSON, also_as
from .related import related


@page
@also_as({JSON: "operation-json"})
def operation(request: HttpRequest, code: str) -> HttpResponse:
    """The current edition, with everything in it; ``as_of`` leads to the one of then."""
    moment = asked_moment(request.GET)
    if moment is not None:
        return redirect("edition", code, standing(code, moment).number)
    return shown(request, standing(code, None), is_permanent=False)


@page
@also_as({JSON: "edition-json"})
def edition(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One edition, for ever; it says whether it is the current one."""
    known_only(request.GET)
    return shown(request, numbered(code, number), is_permanent=True)


def shown(request: HttpRequest, edition: Edition, *, is_permanent: bool) -> HttpResponse:
    context = {
        **whole(edition),
        "is_permanent": is_permanent,
        "later": later(edition) if is_permanent and edition.valid_to else (),
        "structured": event(edition.content) if not is_permanent else None,
        "cite": offer(cite_edition(edition), "edition-cite", (edition.code, edition.number)),
    }
    return render(request, "operations/operation.html", context)


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
    known_only(request.GET)
    found = list(history(code))
    if not found:
        raise Http404(_("There is no such operation."))
    named = [edition for edition in found if edition.name_en or edition.name_zh_hant]
    readable = [each.number for each in found if not each.is_tombstone and not each.is_redacted]
    context = {
        "code": code,
        "editions": found,
        "readable": readable,
        # All but the first of them have one before that can be read.
        "comparable": readable[:-1],
        "names": names(named[0]) if named else [],
        "current": found[0],
        "any_single_checked": any(edition.single_checked for edition in found),
    }
    return render(request, "operations/editions.html", context)


def history(code: str) -> QuerySet[Edition]:
    """Newest first, without the texts."""
    editions = Edition.objects.filter(code=code).select_related("merged_into")
    return editions.defer("document").order_by("-number")


def names(edition: Edition) -> list[wording.Text]:
    return wording.both({"en": edition.name_en, "zh-Hant": edition.name_zh_hant})
