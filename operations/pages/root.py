"""What programs look for at fixed addresses: robots.txt, the icon, security.txt."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from operations.document.canonical import timestamp
from operations.exports.addresses import absolute

from .answers import page

# A page with one condition is worth finding; every combination of conditions is endless.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*/report/
Disallow: /*?*&
Disallow: /*cursor=

Sitemap: {sitemap}
"""
SECURITY = """Contact: {contact}
Expires: {expires}
Preferred-Languages: en, zh-Hant
Canonical: {address}
"""
# The standard asks for less than a year.
VALID = timedelta(days=180)
TEXT = "text/plain; charset=utf-8"


@page
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = absolute(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type=TEXT)


@page
def favicon(request: HttpRequest) -> HttpResponse:
    """Pages name their icon; feed readers and old browsers ask here."""
    return redirect(static("operations/site/favicon.ico"))


@page
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116; there is none while nobody is named to write to."""
    if not settings.CONTACT:
        raise Http404(_("No contact is named."))
    words = {
        "contact": settings.CONTACT,
        "expires": timestamp(timezone.now() + VALID),
        "address": absolute(request.path),
    }
    return HttpResponse(SECURITY.format(**words), content_type=TEXT)
