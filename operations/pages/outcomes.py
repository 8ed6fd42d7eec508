"""``/totals/outcomes/``: how much is published of what became of the people arrested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from operations import wording
from operations.exports.outcomes import silent
from operations.filters import Selection, conditions, select
from operations.totals import Stage, coverage, days_since_end
from operations.totals.letters import request_drafts
from operations.wording.numbers import digits

from .answers import page
from .listing import query_of, tidied


@dataclass(frozen=True)
class SilentOperation:
    """An operation without any published outcome, and a draft that asks for one."""

    id: str
    texts: list[wording.Text]
    dates: str
    days: int | None
    days_words: str
    english: str
    chinese: str


@page
def outcomes(request: HttpRequest) -> HttpResponse:
    """Coverage of each stage over the operations that the query chooses, and who is silent."""
    if any("" in values for _name, values in request.GET.lists()):
        return tidied(request)
    selection = select(request.GET)
    found = coverage(selection.editions)
    context = {
        "conditions": conditions(selection),
        "operations": found.operations,
        "stages": [(Stage(stage).label, stated) for stage, stated in found.stated.items()],
        "silent": list(silent_operations(selection)),
        "query": query_of(selection),
    }
    return render(request, "operations/outcomes.html", context)


def silent_operations(selection: Selection) -> Iterator[SilentOperation]:
    today = timezone.localdate()
    for document in silent(selection):
        yield described(document, days_since_end(document, today))


def described(document: dict[str, Any], days: int | None) -> SilentOperation:
    drafts = request_drafts(document)
    return SilentOperation(
        id=document["id"],
        texts=wording.both(document["name"]),
        dates=wording.date_words(document["dates"]["edtf"]),
        days=days,
        days_words="" if days is None else digits(days),
        english=drafts["en"],
        chinese=drafts["zh-Hant"],
    )
