"""Whether a form was sent from a page of this site.

What a browser says of it no page can forge: ``Sec-Fetch-Site`` where the browser has it, else
``Origin``, else ``Referer``. A request with none of them is taken: every browser of today sends
``Origin`` with a form from another site, so what comes without is a program or a reader who
hides it, and both need the ticket of a form that this site made.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

OURS = ("same-origin", "none")


def is_foreign(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in OURS
    given = request.headers.get("Origin") or request.headers.get("Referer")
    return given is not None and origin(given) not in own_origins(request)


def own_origins(request: HttpRequest) -> set[str]:
    """The address that readers type, and the one that this request was sent to."""
    return {origin(settings.SITE_URL), origin(f"{request.scheme}://{request.get_host()}")}


def origin(address: str) -> str:
    """Scheme, host and port; what is no address is no origin of ours either."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()
