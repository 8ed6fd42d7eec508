"""What changed between two editions of an operation, field by field."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from operations import wording
from operations.exports.between import between, pair
from operations.models import Edition
from operations.wording.changes import changes as in_words

from .answers import page


@page
def changes(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """An edition against an earlier one: ``since``, or else the one before it."""
    found = between(code, number, request.GET)
    before, after = found.documents
    changed = in_words(before, after)
    sections = groupby(changed, key=lambda each: each.section)
    context = {
        "code": code,
        "since": found.since,
        "until": found.until,
        "steps": found.steps,
        "names": wording.both(after["name"]),
        "sections": [(heading, list(of_it)) for heading, of_it in sections],
    }
    return render(request, "operations/changes.html", context)


@page
def choose_changes(request: HttpRequest, code: str) -> HttpResponse:
    """Send on from the form with two numbers to the address of what changed between them."""
    if not Edition.objects.filter(code=code).exists():
        raise Http404(_("There is no such operation."))
    first, last = pair(request.GET)
    return redirect(f"{reverse('changes', args=[code, last])}?since={first}")
