"""``/operations.atom``: the list under any query, the newest editions first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _

from operations import wording
from operations.exports.addresses import absolute_address
from operations.exports.answers import machine
from operations.exports.fresh import of_the_record
from operations.exports.paging import paged
from operations.filters import Selection, select, sentence
from operations.models import Edition
from operations.wording.sentences import row_sentences

from .answer import ENTRIES, About, answer, clean, feed, in_both, link, numbered


@machine
@of_the_record
def operations_atom(request: HttpRequest) -> HttpResponseBase:
    """One entry an operation, renewed with each edition; ``sort`` is honoured when given."""
    selection = select(newest_first(request.GET), also=("page",))
    page = paged(selection.ordered.values_list("pk", flat=True), request.GET, ENTRIES)
    about = About(
        name="operations-atom",
        title=_("Enforcement operation tracker: operations"),
        subtitle=" ".join(wording.in_each_language(lambda: sentence(selection)).values()),
        page=numbered(absolute_address("operations", language="en"), request.GET, 1),
    )
    written = feed(request.GET, page, about)
    for edition in editions(page):
        written.add_item(**entry(edition, is_past=is_past(selection)))
    return answer(written)


def newest_first(query: QueryDict) -> QueryDict:
    """The query with the order that a feed has when none is asked for."""
    if any(query.getlist("sort")):
        return query
    ordered = query.copy()
    ordered["sort"] = "-updated"
    return ordered


def editions(keys: Iterable[int]) -> Iterator[Edition]:
    """The editions of a page, in its order: whole ones are read by key, so that none is sorted."""
    found = Edition.objects.order_by().in_bulk(list(keys))
    # What is redacted meanwhile is left out.
    yield from (found[key] for key in keys if found[key].document)


def is_past(selection: Selection) -> bool:
    return selection.chosen["as_of"] is not None


def entry(edition: Edition, *, is_past: bool) -> dict[str, Any]:
    """What a reader of feeds gets of one operation, with the ways to everything else."""
    document = edition.content
    code, number = edition.code, edition.number
    permanent = absolute_address("edition", code, number, language="en")
    current = absolute_address("operation", code, language="en")
    chinese = absolute_address("operation", code, language="zh-hant")
    json = absolute_address("edition-json", code, number)
    return {
        "title": clean(" / ".join(str(name) for name in wording.both(document["name"]))),
        "link": permanent if is_past else current,
        # The same for every edition, so that a new one renews the entry.
        "unique_id": current,
        "updateddate": edition.valid_from,
        "description": in_both(lambda: sentences(edition, document)),
        "links": [
            link("alternate", chinese, "text/html", hreflang="zh-Hant-HK"),
            link("alternate", json, "application/json"),
            link(
                "related",
                permanent,
                "text/html",
                title=_("Edition %(number)s") % {"number": number},
            ),
        ],
    }


def sentences(edition: Edition, document: dict[str, Any]) -> str:
    """The figure of the row, and why this edition was made."""
    words = {"number": edition.number, "kind": edition.get_kind_display()}
    told = [
        *row_sentences(wording.row(document)),
        _("Edition %(number)s (%(kind)s).") % words,
        edition.reason,
    ]
    return " ".join(told).strip()
