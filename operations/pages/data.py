"""``/data/``: everything that can be taken away, and the releases that never change."""

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
from operations.exports.licence import LICENCE, LICENCE_URL
from operations.filters import known_only
from operations.models import Edition
from operations.releases import Release, find, known, latest
from operations.releases.files import media_type, pieces

from .answers import page
from .negotiated import JSON, also_as
from .whole_record import whole_record

# A year: what has a hash in its list of sums never changes.
FOR_GOOD = "public, max-age=31536000, immutable"
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
    context = {"release": found, "files": files(found), "licence_url": LICENCE_URL}
    return render(request, "operations/release.html", context)


def files(found: Release) -> list[tuple[str, int, str]]:
    """Name, bytes and hash of each, those at the top of the package first."""
    names = sorted(found.sums, key=lambda name: ("/" in name, name))
    return [(name, found.size(name), found.sums[name]) for name in names]


@machine
def data_json(request: HttpRequest) -> HttpResponseBase:
    """``{"licence", "releases": [{"name", "version", "address", "files": [{"path", …}]}]}``."""
    known_only(request.GET)
    content = {"licence": LICENCE, "releases": [listed(found) for found in known()]}
    return HttpResponse(orjson.dumps(content), content_type="application/json")


def listed(found: Release) -> dict[str, object]:
    address = absolute(f"/data/{found.name}/")
    return {
        "name": found.name,
        "version": found.version,
        "address": address,
        "files": [
            {
                "path": name,
                "address": f"{address}{name}",
                "mediatype": media_type(name),
                "bytes": size,
                "sha256": digest,
            }
            for name, size, digest in files(found)
        ],
    }


@machine
def release_file(request: HttpRequest, name: str, path: str) -> HttpResponseBase:
    """One file of a release; its hash in the list of sums is its tag."""
    known_only(request.GET)
    newest = latest() if name == LATEST else None
    if newest and newest.file(path):
        return redirect("release-file", newest.name, path)
    found = find(name)
    file = found.file(path) if found else None
    if found is None or file is None:
        raise Http404
    tag = f'"{found.sums.get(path, found.name)}"'
    changed = timegm(found.moment.utctimetuple())
    unchanged = get_conditional_response(request, etag=tag, last_modified=changed)
    response = unchanged or StreamingHttpResponse(pieces(file), content_type=media_type(path))
    response["ETag"] = tag
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = FOR_GOOD
    return response
