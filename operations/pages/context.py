"""``/context/``: the rankings, replies and findings that operations stand among."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operations import wording
from operations.codes import FindingKind, StatementKind, Tier
from operations.models import Assessment, Finding, Statement

from .answers import page
from .context_groups import groups
from .context_records import ContextItem, items
from .paging import known_only


@dataclass(frozen=True)
class Year:
    """One report of a series: where it ranks Hong Kong, and the replies that answer it."""

    item: ContextItem
    tier: str
    replies: list[ContextItem]


@page
def context(request: HttpRequest) -> HttpResponse:
    known_only(request.GET, ())
    statements = items(Statement)
    shown = {
        "years": years(items(Assessment), statements),
        "statements": [
            (item, wording.label(StatementKind, item.document["kind"])) for item in statements
        ],
        "findings": list(by_kind(items(Finding))),
        "groups": groups(),
    }
    return render(request, "operations/context.html", shown)


def years(assessments: list[ContextItem], statements: list[ContextItem]) -> list[Year]:
    """The timeline, newest year first."""
    newest_first = sorted(assessments, key=lambda item: -item.document["year"])
    return [
        Year(
            item,
            wording.label(Tier, item.document["tier"]),
            [each for each in statements if each.document["answers"] == item.document["id"]],
        )
        for item in newest_first
    ]


def by_kind(findings: list[ContextItem]) -> Iterator[tuple[str, list[ContextItem]]]:
    """Findings under what they are about; they come in this order from the database."""
    for kind, group in groupby(findings, key=lambda item: item.document["kind"]):
        yield wording.label(FindingKind, kind), list(group)
