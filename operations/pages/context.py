"""``/context/``: the rankings, replies and findings that operations stand among."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operations import wording
from operations.codes import FindingKind, StatementKind, Tier
from operations.models import Assessment, Finding, Statement

from .answers import page
from .context_records import ContextItem, items
from .paging import known_only


@page
def context(request: HttpRequest) -> HttpResponse:
    known_only(request.GET, ())
    shown = {
        "assessments": [
            (item, wording.label(Tier, item.document["tier"])) for item in items(Assessment)
        ],
        "statements": [
            (item, wording.label(StatementKind, item.document["kind"])) for item in items(Statement)
        ],
        "findings": list(by_kind(items(Finding))),
    }
    return render(request, "operations/context.html", shown)


def by_kind(findings: list[ContextItem]) -> Iterator[tuple[str, list[ContextItem]]]:
    """Findings under what they are about; they come in this order from the database."""
    for kind, group in groupby(findings, key=lambda item: item.document["kind"]):
        yield wording.label(FindingKind, kind), list(group)
