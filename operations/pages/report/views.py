"""The form, what is sent with it, and the page that says it arrived."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.core import signing
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from operations.codes import ReportKind
from operations.exports.standing import Moved
from operations.filters import known_only
from operations.models import Report
from operations.pages.answers import error_page, form_page, private_page
from operations.problems import Invalid, InvalidQuery
from operations.reporting import Said, Spent, Ticket, TooMany, issue, read, receive

from .client import client_of
from .form import ReportForm
from .refusal import Refusal, refusal, spent, too_many
from .subject import Subject, subject

# Ten times the longest report that is taken, so that one that is too long comes back whole.
MOST_BYTES = 256 * 1024
SENT_SALT = "operations.report.sent"


class SeeOther(HttpResponseRedirect):
    """To be read with GET, whatever was sent: going back or reloading sends nothing again."""

    status_code = 303


@form_page
@sensitive_post_parameters()
def report(request: HttpRequest, code: str) -> HttpResponse:
    """What a merged operation said stands in the survivor now, so its form is that one's."""
    known_only(request.GET, ("figure",))
    try:
        return sent(request, code) if request.method == "POST" else asked(request, code)
    except Moved as moved:
        address = reverse("report", args=[moved.survivor])
        return HttpResponsePermanentRedirect(address, preserve_request=True)


def asked(request: HttpRequest, code: str) -> HttpResponse:
    """The form, empty. It stands under 410 as well, where earlier editions can be read."""
    about = subject(code, figure_asked(request))
    if about.figure and about.line is None:
        expected = _("the id of one figure of this edition")
        raise InvalidQuery([Invalid("figure", about.figure, expected)])
    return shown(request, about, ReportForm(), None, 410 if about.gone else 200)


def figure_asked(request: HttpRequest) -> str:
    given = request.GET.getlist("figure")
    if len(given) > 1 or given == [""]:
        expected = _("the id of one figure of this edition")
        raise InvalidQuery([Invalid("figure", ", ".join(given), expected)])
    return given[0] if given else ""


def sent(request: HttpRequest, code: str) -> HttpResponse:
    if body_length(request) > MOST_BYTES:
        return error_page(request, 413)
    given = request.POST.get("ticket", "")
    ticket = read(given, code)
    about = subject_of(request, code, ticket)
    form = ReportForm(request.POST)
    no = refusal(request, ticket)
    if ticket is None or no is not None or not form.is_valid():
        return not_taken(request, about, form, no or Refusal(400, ""), given)
    try:
        made = receive(about.operation, ticket, said(form), client_of(request))
    except Spent:
        return not_taken(request, about, form, spent(), given)
    except TooMany as many:
        return not_taken(request, about, form, too_many(many.wait), given)
    return SeeOther(address_after(code, made))


def body_length(request: HttpRequest) -> int:
    """Asked before the body is read; the server makes sure that no more is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def subject_of(request: HttpRequest, code: str, ticket: Ticket | None) -> Subject:
    """What the reader had before them; without a ticket only what is there now."""
    if ticket is not None:
        return subject(code, ticket.figure, ticket.edition)
    about = subject(code, figure_asked(request))
    return about if about.line else replace(about, figure="")


def said(form: ReportForm) -> Said:
    typed = form.cleaned_data
    return Said(
        kind=form.kind,
        removal_class=form.removal_class,
        wrong=typed["wrong"],
        source_url=typed["source"],
        contact=typed["contact"],
        language=get_language() or "",
    )


def not_taken(
    request: HttpRequest, about: Subject, form: ReportForm, no: Refusal, given: str
) -> HttpResponse:
    """The form with everything that was typed, and what is wrong."""
    if no.message:
        form.add_error(None, no.message)
    response = shown(request, about, form, None if no.renews else given, no.status)
    if no.wait:
        response["Retry-After"] = str(no.wait)
    return response


def shown(
    request: HttpRequest, about: Subject, form: ReportForm, ticket: str | None, status: int
) -> HttpResponse:
    context = {
        "about": about,
        "form": form,
        "ticket": ticket or issue(about.code, about.figure, about.edition),
        "removal_days": settings.REPORT_REMOVAL_DAYS,
        "contact": settings.CONTACT,
        "is_error": status != 200,
        "status": status,
    }
    return render(request, "operations/report.html", context, status=status)


def address_after(code: str, made: Report) -> str:
    """Signed, so that this page only ever repeats what this site said."""
    text = signing.dumps([code, made.reference, made.kind], salt=SENT_SALT)
    return f"{reverse('report-sent', args=[code])}?{urlencode({'report': text})}"


@private_page
def report_sent(request: HttpRequest, code: str) -> HttpResponse:
    """The reference, for a reader who wants to ask later. It asks the database nothing."""
    known_only(request.GET, ("report",))
    given = ", ".join(request.GET.getlist("report"))
    try:
        operation, reference, kind = signing.loads(given, salt=SENT_SALT)
    except signing.BadSignature:
        operation = ""
    if operation != code:
        expected = _("the address that the page with the form led to")
        raise InvalidQuery([Invalid("report", given, expected)])
    context = {
        "code": code,
        "reference": reference,
        "is_removal": kind == ReportKind.REMOVAL,
        "removal_days": settings.REPORT_REMOVAL_DAYS,
        "contact": settings.CONTACT,
    }
    return render(request, "operations/report_sent.html", context)
