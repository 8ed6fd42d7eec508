"""Marks that other sites hang on a link when somebody shares it.

They ask nothing of this site, so they are no wrong question: the reader is sent on to the address
without them, which is also the one worth sharing again.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

PREFIX = "utm_"
MARKS = frozenset(
    (
        "_ga",
        "_gl",
        "dclid",
        "fbclid",
        "gad_source",
        "gbraid",
        "gclid",
        "igsh",
        "igshid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mibextid",
        "msclkid",
        "ref_src",
        "srsltid",
        "ttclid",
        "twclid",
        "wbraid",
        "yclid",
    )
)


def is_mark(name: str) -> bool:
    return name.startswith(PREFIX) or name in MARKS


def unmarked(request: HttpRequest) -> HttpResponse | None:
    """The way to the plain address, or nothing where the address is plain already."""
    if not any(is_mark(name) for name in request.GET):
        return None
    query = request.GET.copy()
    for name in list(query):
        if is_mark(name):
            del query[name]
    text = query.urlencode()
    return HttpResponseRedirect(f"{request.path}?{text}" if text else request.path)
