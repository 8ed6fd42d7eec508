"""Operations of the interchange format → working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from operations import figures, history
from operations.document import Lookup, claims, dress, skeleton
from operations.models import (
    Agency,
    Group,
    Method,
    Offence,
    Operation,
    OperationAgency,
    OperationGroup,
    OperationLink,
    OperationRoute,
    Place,
    Series,
    Source,
    Term,
)
from operations.problems import Refused

from .figures import known_operations, load_figures
from .saving import naming, put, text

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def stub(row: dict[str, Any]) -> None:
    """Make sure the operation exists, so that others can point to it."""
    with naming(f"operation {row.get('id')}"):
        if Operation.objects.filter(code=row["id"]).exists():
            return
        operation = Operation(code=row["id"], name_en=row["name"]["en"], kind=row["kind"])
        operation.full_clean()
        operation.save()


def load_operation(row: dict[str, Any], by: User | None) -> tuple[Operation, bool]:
    """Make the working copy say what ``row`` says; returns it and whether anything changed."""
    name = f"operation {row['id']}"
    with naming(name):
        operation = Operation.objects.get(code=row["id"])
        before = skeleton(Operation.objects.whole().get(pk=operation.pk))
        notes = operation.internal_notes
        put(operation, own_values(row))
        load_relations(operation, row)
        load_figures(operation, row["figures"])
        after = skeleton(Operation.objects.whole().get(pk=operation.pk))
        changed = before != after or notes != operation.internal_notes
        if changed:
            check_figures(name, operation)
            history.save_revision(operation, by, "import")
        return operation, changed


def own_values(row: dict[str, Any]) -> dict[str, Any]:
    dates = row["dates"]
    values: dict[str, Any] = {
        **text(row["name"], "name"),
        **text(row["summary"], "summary"),
        "aliases": row["aliases"],
        "kind": row["kind"],
        "status": row["status"],
        "flags": sorted(row["flags"]),
        "edtf": dates["edtf"],
        "edtf_derived": dates["derived"],
        **text(dates["note"], "date_note"),
        "series": terms(Series, [row["series"]])[0] if row["series"] else None,
        "parent": known_operations([row["part_of"]])[0] if row["part_of"] else None,
    }
    if "internal_notes" in row:
        values["internal_notes"] = row["internal_notes"]
    return values


def load_relations(operation: Operation, row: dict[str, Any]) -> None:
    operation.may_overlap.set(known_operations(row["may_overlap"]))
    operation.places.set(terms(Place, row["places"]))
    operation.offences.set(terms(Offence, row["offences"]))
    operation.methods.set(terms(Method, row["methods"]))
    operation.sources.set(further_sources(row))
    load_participation(operation, row)


def further_sources(row: dict[str, Any]) -> list[Source]:
    """Sources that the operation names and no figure cites."""
    cited = {citation["source"] for figure in row["figures"] for citation in figure["citations"]}
    wanted = {source["id"] for source in row["sources"]} - cited
    found = {source.code: source for source in Source.objects.filter(code__in=wanted)}
    return [found[code] for code in sorted(wanted)]


def load_participation(operation: Operation, row: dict[str, Any]) -> None:
    operation.agency_roles.all().delete()
    for entry, agency in zip(row["agencies"], terms(Agency, row["agencies"]), strict=True):
        role = OperationAgency(operation=operation)
        put(role, {"agency": agency, "role": entry["role"]})
    operation.group_links.all().delete()
    for entry, group in zip(row["groups"], terms(Group, row["groups"]), strict=True):
        link = OperationGroup(operation=operation)
        put(link, {"group": group, "attribution": entry["attribution"]})
    operation.routes.all().delete()
    for route in row["routes"]:
        [origin, destination] = terms(Place, [route["from"], route["to"]])
        put(
            OperationRoute(operation=operation),
            {"origin": origin, "destination": destination},
        )
    operation.links.all().delete()
    for link_row in row["links"]:
        outside = OperationLink(operation=operation)
        put(outside, {"kind": link_row["kind"], "url": link_row["url"]})


def terms(model: type[Term], entries: list[dict[str, Any]]) -> list[Any]:
    """The terms that entries name, in their order; an unknown id is an error."""
    codes = [entry["id"] for entry in entries]
    found = {term.code: term for term in model._default_manager.filter(code__in=codes)}
    return [found[code] for code in codes]


def check_figures(name: str, operation: Operation) -> None:
    whole = Operation.objects.whole().get(pk=operation.pk)
    document = dress(skeleton(whole), Lookup(also_public=[operation.code]))
    found = figures.problems(claims(document))
    if found:
        raise Refused(*(f"{name}: {problem.message}" for problem in found))
