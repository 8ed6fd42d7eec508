"""Pictures as files: SVG that stands on its own, and the table behind it as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps

from csp.constants import NONE
from csp.decorators import csp_replace
from django.conf import settings
from django.db.models import Max
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import gettext as _

from operations import charts, wording
from operations.charts.catalogue import Drawn
from operations.filters import known_only
from operations.models import Assessment

from .addresses import absolute
from .answers import machine
from .cells import safe
from .fresh import kept, of_the_record
from .licence import LICENCE, LICENCE_URL
from .standing import Moved, current
from .tabular.csv import Line

View = Callable[..., HttpResponseBase]
# A picture needs nothing but itself, wherever it is opened.
alone = csp_replace({"default-src": [NONE]})


def following(view: View) -> View:
    """Send on to the same picture of the operation that another one was merged into."""

    @wraps(view)
    def answer(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
        try:
            return view(request, code, name)
        except Moved as moved:
            match = request.resolver_match
            route = match.view_name if match else "operation"
            address = reverse(route, args=[moved.survivor, name])
            return HttpResponsePermanentRedirect(address, preserve_request=True)

    return answer


def known_by_its_bytes(view: Callable[..., HttpResponse]) -> View:
    """Pictures may show yearly reports, which keep no editions that a tag could name."""

    @kept
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        set_response_etag(response)
        tag = response["ETag"]
        return get_conditional_response(request, etag=tag, response=response) or response

    return answer


@machine
@known_by_its_bytes
def chart_csv(request: HttpRequest, name: str) -> HttpResponse:
    return csv_of(drawn(name, request, whole=True).chart)


@machine
@following
@of_the_record
def operation_chart_csv(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    chart, _edited = drawn_of_operation(name, code, request)
    return csv_of(chart, f"{code}-{name}")


@alone
@machine
def chart_svg(request: HttpRequest, name: str) -> HttpResponseBase:
    found = drawn(name, request)
    query = request.GET.urlencode()
    address = reverse("chart", args=[name]) + (f"?{query}" if query else "")
    return svg_of(found.chart, address, last_change(found))


@alone
@machine
@following
def operation_chart_svg(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    chart, edited = drawn_of_operation(name, code, request)
    return svg_of(chart, reverse("operation-chart", args=[code, name]), edited, f"{code}-{name}")


def drawn(name: str, request: HttpRequest, *, whole: bool = False) -> Drawn:
    """A picture of what the query chooses. Raises ``Http404`` and ``InvalidQuery``."""
    if name not in charts.LISTS:
        raise Http404(_("There is no such picture."))
    return charts.of_list(name, request.GET, whole=whole)


def drawn_of_operation(
    name: str, code: str, request: HttpRequest
) -> tuple[charts.Chart, datetime | None]:
    """A picture of the current edition, and since when it is current.

    Raises ``Http404``, ``InvalidQuery``, ``Gone`` and ``Moved``.
    """
    if name not in charts.OF_OPERATIONS:
        raise Http404(_("There is no such picture."))
    edition = current(code)
    known_only(request.GET)
    return charts.of_operation(name, edition.content), edition.valid_from


def last_change(found: Drawn) -> datetime | None:
    """When the last of the records that a picture is of was published."""
    if found.selection is None:
        stated = Assessment.objects.public().aggregate(last=Max("published_at"))
    else:
        stated = found.selection.editions.aggregate(last=Max("valid_from"))
    last: datetime | None = stated["last"]
    return last


def csv_of(chart: charts.Chart, name: str = "") -> HttpResponse:
    response = HttpResponse("".join(lines(chart)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name or chart.name}.csv"'
    return response


def lines(chart: charts.Chart) -> Iterator[str]:
    writer = csv.writer(Line())
    yield writer.writerow(chart.header)
    for line in chart.lines:
        yield writer.writerow([safe(value) for value in line])


def svg_of(
    chart: charts.Chart, address: str, changed: datetime | None, name: str = ""
) -> HttpResponse:
    language = wording.HTML_LANGUAGES[wording.reader()]
    imprint = charts.Imprint(tuple(foot(address, changed)), settings.SITE_URL, language)
    response = HttpResponse(charts.file(chart, imprint), content_type="image/svg+xml")
    response["Content-Disposition"] = f'inline; filename="{name or chart.name}.svg"'
    return response


def foot(address: str, changed: datetime | None) -> Iterator[str]:
    """What a picture that travels has to say of itself."""
    yield _("From: %(address)s") % {"address": absolute(address)}
    if changed:
        day = timezone.localtime(changed).date().isoformat()
        yield _("Data as published on %(day)s.") % {"day": wording.date_words(day)}
    yield _("Licence: %(licence)s, %(address)s") % {"licence": LICENCE, "address": LICENCE_URL}
