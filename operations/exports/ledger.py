"""“Why this number” as data: what the page opens to, with codes beside the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from operations import wording
from operations.document import canonical
from operations.filters import known_only

from .answers import machine
from .fresh import of_the_record
from .past import past
from .standing import current

KEY = ("measure", "currency", "scope", "counted_in", "period", "offence", "covers")
WHO = ("role", "sex", "age_group", "residency", "nationality")


@machine
@of_the_record
def ledger_json(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every claim of the current edition with every figure ever stated for it; words in English.

    ``{"operation", "edition", "claims": [{"claim", "leads", "why", "disputed", "figures",
    "counts_something_else", "earlier"}], "no_longer_stated"}``. A figure is that of the document
    with ``words``, ``quote``, ``why_not`` and its sources in full; parts have no ``quote``.
    """
    known_only(request.GET)
    edition = current(code)
    record = wording.record(edition.content, past=past(edition))
    content = {
        "operation": edition.code,
        "edition": edition.number,
        "claims": [claim(each) for each in record.claims],
        "no_longer_stated": [earlier(each) for each in record.no_longer_stated],
    }
    return HttpResponse(canonical(content), content_type="application/json")


def claim(claim: wording.Claim) -> dict[str, Any]:
    leader = claim.leader
    return {
        "claim": key(claim.lines[0].entry),
        "leads": leader.id if leader else None,
        "why": claim.why,
        "disputed": claim.disputed,
        "figures": [figure(line) for top in claim.lines for line in whole_and_parts(top)],
        "counts_something_else": [
            {"figure": other.id, "words": other.words, "differs": list(other.differs)}
            for other in claim.apart
        ],
        "earlier": [earlier(each) for each in claim.earlier],
    }


def key(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What the figures of a claim share."""
    who = {trait: entry["who"][trait] for trait in WHO}
    return {**{name: entry[name] for name in KEY}, "who": who}


def whole_and_parts(line: wording.Line) -> Iterator[wording.Line]:
    yield line
    for split in line.splits:
        for part in split.lines:
            yield from whole_and_parts(part)


def figure(line: wording.Line) -> dict[str, Any]:
    sources = [
        {
            "id": cited.source.id,
            "title": cited.source.entry["title"],
            "publisher": cited.source.entry["publisher"],
            "tier": cited.source.entry["tier"],
            "url": cited.source.entry["url"],
            "locator": cited.locator,
        }
        for cited in line.citations
    ]
    words = {"words": line.words, "quote": line.quote, "why_not": line.why_not}
    return {**line.entry, **words, "citations": sources}


def earlier(gone: wording.Earlier) -> dict[str, Any]:
    return {
        "figure": dict(gone.entry),
        "words": gone.words,
        "until_edition": gone.until,
        "replaced_in_edition": gone.replaced_in,
        "reason": gone.reason,
        "now": gone.now,
    }
