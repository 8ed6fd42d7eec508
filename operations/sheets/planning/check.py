"""Everything that is wrong with one operation as it would be, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from operations.codes import AgencyRole, Attribution
from operations.importing.operations import plain_values
from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationLink,
    Place,
    Series,
    Term,
)
from operations.sheets.columns import OPERATIONS

from .check_figures import check_figures
from .fields import PERSONAL, Columns, said
from .known import Known
from .target import Target
from .unknown import unknown_code, unknown_operation, unknown_source, unknown_term

COLUMNS = Columns(OPERATIONS)
RELATIONS = ("series", "parent", "merged_into")


def check(target: Target, known: Known) -> None:
    """Add to the target's faults."""
    record = Operation(**plain_values(target.document))
    record.code = target.code
    check_fields(target, record, known)
    check_terms(target, known)
    check_operations(target, known)
    check_pairs(target, known)
    check_links(target)
    check_sources(target, known)
    check_figures(target, record, known)


def check_fields(target: Target, record: Operation, known: Known) -> None:
    for field, error in said(record, RELATIONS):
        if error.code == PERSONAL and stands(target, known, field):
            continue
        target.fault(COLUMNS.of(field), COLUMNS.words(field, error))


def stands(target: Target, known: Known, field: str) -> bool:
    """Whether an administrator let the very text stand that the file leaves as it was."""
    if target.held is None or ("operation", target.code, field) not in known.overrides:
        return False
    before, after = plain_values(target.held.document), plain_values(target.document)
    return bool(before[field] == after[field])


def check_terms(target: Target, known: Known) -> None:
    document = target.document
    one: tuple[tuple[str, type[Term], Iterable[str | None]], ...] = (
        ("series", Series, [document["series"]]),
        ("places", Place, ids(document["places"])),
        ("offences", Offence, ids(document["offences"])),
        ("methods", Method, ids(document["methods"])),
        ("agencies", Agency, ids(document["agencies"])),
        ("groups", Group, ids(document["groups"])),
        ("routes", Place, [way[end]["id"] for way in document["routes"] for end in ("from", "to")]),
    )
    for column, model, codes in one:
        for code in dict.fromkeys(codes):
            if code is not None and known.term(model, code) is None:
                target.fault(column, unknown_term(model, code, known))


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def check_operations(target: Target, known: Known) -> None:
    document = target.document
    named = {"part_of": [document["part_of"]], "may_overlap": document["may_overlap"]}
    for column, codes in named.items():
        for code in filter(None, codes):
            if code == target.code:
                target.fault(column, _("An operation cannot be part of itself."))
            elif code not in known.operations:
                target.fault(column, unknown_operation(code, known))
    if target.code in above(document["part_of"], known) and document["part_of"] != target.code:
        target.fault("part_of", _("An operation cannot be part of itself."))


def above(code: str | None, known: Known) -> set[str]:
    """The operation with this id, and everything that it is a part of."""
    found: set[str] = set()
    while code is not None and code not in found:
        found.add(code)
        code = known.operations.get(code)
    return found


def check_pairs(target: Target, known: Known) -> None:
    """Agencies and groups, each with what is said of it; each once. Routes lead on."""
    kinds = (("agencies", "role", AgencyRole), ("groups", "attribution", Attribution))
    for column, key, codes in kinds:
        entries = target.document[column]
        for entry in entries:
            if entry[key] not in codes.values:
                target.fault(column, unknown_code(entry[key], codes.values))
        refuse_twins(target, column, [entry["id"] for entry in entries])
    for column in ("places", "offences", "methods"):
        refuse_twins(target, column, ids(target.document[column]))
    ways = [(way["from"]["id"], way["to"]["id"]) for way in target.document["routes"]]
    refuse_twins(target, "routes", [" > ".join(way) for way in ways])
    if any(origin == destination for origin, destination in ways):
        target.fault("routes", _("A route leads from one place to another."))


def refuse_twins(target: Target, column: str, names: list[str]) -> None:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            target.fault(column, _("“%(name)s” stands twice.") % {"name": name})


def check_links(target: Target) -> None:
    for entry in target.document["links"]:
        link = OperationLink(kind=entry["kind"], url=entry["url"])
        try:
            link.clean_fields(exclude=["operation"])
        except ValidationError as error:
            for message in error.messages:
                target.fault("links", f"{entry['url']}: {message}")


def check_sources(target: Target, known: Known) -> None:
    cited = {c["source"] for entry in target.document["figures"] for c in entry["citations"]}
    for source in target.document["sources"]:
        # A source that a figure cites is named at the figure.
        if source["id"] not in known.sources and source["id"] not in cited:
            target.fault("sources", unknown_source(source["id"], known))
