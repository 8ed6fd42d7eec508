"""``/data/``: everything that can be taken away, and the releases with their files."""

from __future__ import annotations

from calendar import timegm

import orjson
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _

from operations.columns import FIGURES
from operations.exports.addresses import absolute
from operations.exports.answers import machine
from operations.exports.formats import FORMATS
from operations.exports.fresh import kept
from operations.exports.licence import LICENCE, LICENCE_URL
from operations.exports.standing import Gone
from operations.filters import known_only
from operations.models import Edition
from operations.releases import Release, find, known, latest
from operations.releases.catalogue import SUMS
from operations.releases.files import content_type, pieces
from operations.releases.listed import as_json, main_files

from .answers import page
from .fresh import revalidated
from .negotiated import JSON, also_as
from .whole_record import whole_record

# Stands for the name of the newest release.
LATEST = "latest"
SHOWN_FIRST = ("README.md", "operations.csv", "figures.csv", "record.sqlite3", "datapackage.json")


@page
@also_as({JSON: "data-json"})
def data(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    context = {
        "formats": FORMATS,
        "figures_note": FIGURES.note,
        "releases": known(),
        "first": SHOWN_FIRST,
        "licence_url": LICENCE_URL,
        "example_address": absolute(FORMATS[0].address),
        "changes_address": absolute("/api/changes/"),
        "site_address": absolute(""),
        "structured": whole_record(Edition.objects.public()),
    }
    return render(request, "operations/data.html", context)


@page
def release(request: HttpRequest, name: str) -> HttpResponse:
    """One release; ``latest`` is the newest, whichever that is."""
    known_only(request.GET)
    found = latest() if name == LATEST else find(name)
    if found is None:
        raise Http404(_("There is no such release."))
    files = list(main_files(found))
    rest = len(found.sums) - len(files)
    context = {"release": found, "files": files, "rest": rest, "licence_url": LICENCE_URL}
    return render(request, "operations/release.html", context)


@machine
@revalidated
def data_json(request: HttpRequest) -> HttpResponseBase:
    """``{"licence", "releases": [{"name", …, "taken_down", "files": [{"path", …}], "sums"}]}``."""
    known_only(request.GET)
    content = {"licence": LICENCE, "releases": [as_json(found) for found in known()]}
    return HttpResponse(orjson.dumps(content), content_type="application/json")


@machine
@kept
def release_file(request: HttpRequest, name: str, path: str) -> HttpResponseBase:
    """One file of a release; its hash in the list of sums is its tag."""
    known_only(request.GET)
    newest = latest() if name == LATEST else None
    if newest and newest.file(path):
        return redirect("release-file", newest.name, path)
    found = find(name)
    if found is None:
        raise Http404
    refuse_taken_down(found, path)
    file = found.file(path)
    if file is None:
        raise Http404
    tag = f'"{found.sums.get(path, found.name)}"'
    changed = timegm(found.moment.utctimetuple())
    unchanged = get_conditional_response(request, etag=tag, last_modified=changed)
    response = unchanged or StreamingHttpResponse(pieces(file), content_type=content_type(path))
    response["ETag"] = tag
    response["Last-Modified"] = http_date(changed)
    return response


def refuse_taken_down(found: Release, path: str) -> None:
    """Give no file out that may hold a redacted text; sums hold none."""
    gone = found.redaction
    if gone and path in found.sums and path != SUMS:
        reason = _("This release holds a text that was redacted after it was made.")
        raise Gone(found.name, gone.withdrawal_class, reason, gone.at)
