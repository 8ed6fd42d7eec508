"""``/codebook/`` and ``/codebook.json``: what every column, key and code means."""

from __future__ import annotations

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import conditional_page

from operations.codebook import RULES, book, code_lists, entries, examples
from operations.codebook.credit import credit
from operations.columns import TABLES
from operations.exports import deprecations
from operations.exports.answers import machine
from operations.exports.fresh import kept
from operations.filters import known_only

from .answers import page
from .negotiated import JSON, also_as


@page
@also_as({JSON: "codebook-json"})
def codebook(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    given = examples()
    context = {
        "tables": [(table, entries(table, given)) for table in TABLES.values()],
        "lists": code_lists(),
        "rules": RULES,
        "credit": credit(),
        "deprecations": deprecations.DEPRECATIONS,
    }
    return render(request, "operations/codebook.html", context)


@machine
@kept
@conditional_page
def codebook_json(request: HttpRequest) -> HttpResponseBase:
    """The same in both languages, with the JSON Schema of every document."""
    known_only(request.GET)
    return HttpResponse(orjson.dumps(book()), content_type="application/json")
