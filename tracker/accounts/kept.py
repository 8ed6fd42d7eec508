"""What was typed outlives the session that it was typed in.

A session may end while a long form is open. Its fields come back on a page that sends them again
after the log-in, by a button: nothing is saved meanwhile, and no script is needed.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as stock_failure

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field


def worth_keeping(request: HttpRequest) -> bool:
    """Whether there is anything typed; passwords are never written into a page."""
    names = [name for name in request.POST if name != TOKEN]
    return bool(names) and not any("password" in name for name in names)


def page(request: HttpRequest) -> HttpResponse:
    """The fields, hidden, with a button that sends them to where they were sent before."""
    fields = [
        (name, value) for name, values in request.POST.lists() for value in values if name != TOKEN
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("What you typed is still here"),
        "fields": fields,
        "files": bool(request.FILES),
        "action": request.get_full_path(),
    }
    return render(request, "accounts/kept.html", context, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """The token of a form is void after a log-in: let somebody who has logged in press once more.

    Only for a form of our own pages, which the browser itself vouches for by ``Origin``.
    """
    if request.path == reverse("admin:login"):
        # Another tab has logged in meanwhile; the log-in page says so by leading on.
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), request.path)
    ours = f"{request.scheme}://{request.get_host()}"
    vouched = request.headers.get("Origin") in {ours, settings.SITE_URL}
    if vouched and admin.site.has_permission(request) and worth_keeping(request):
        return page(request)
    return stock_failure(request, reason)
